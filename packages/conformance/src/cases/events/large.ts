import { defineCase } from '../../case.js';
import { check } from '../../verdict.js';
import { batchOf, event, sendBatch } from './batch.js';

export const large = defineCase({
  clause: 'events.large',
  says: 'A batch of more events or bytes than the capabilities allow is 413 `too_large` and says how much may be sent.',
  fix: 'Answer max_bytes and max_events in the problem, so that clients split.',
  needs: ['events'],
  async run(trial) {
    const { batch_events, batch_bytes } = trial.world.limits;
    const many = await sendBatch(
      trial,
      batchOf(
        trial,
        Array.from({ length: batch_events + 1 }, () => event()),
      ),
    );
    const long = await sendBatch(
      trial,
      batchOf(trial, [event({ props: { text: 'x'.repeat(batch_bytes) } })]),
    );
    for (const answer of [many, long]) {
      answer.refused('too_large');
      const { max_bytes, max_events } = answer.json as { max_bytes?: number; max_events?: number };
      check(max_bytes === batch_bytes && max_events === batch_events, 'max_bytes and max_events', answer);
    }
  },
});
