import { defineCase } from '../../case.js';
import { check } from '../../verdict.js';
import { batchOf, event, sendBatch, statusesOf } from './batch.js';

export const duplicate = defineCase({
  clause: 'events.duplicate',
  says: 'An event counts once by its id: again, in the same batch or another one, it is `duplicate`.',
  fix: 'Make (project, id) unique and insert with ON CONFLICT DO NOTHING.',
  needs: ['events'],
  async run(trial) {
    const [one, two] = [event(), event()];
    const first = await sendBatch(trial, batchOf(trial, [one, one, two]));
    check(statusesOf(first).join() === 'accepted,duplicate,accepted', 'accepted, duplicate, accepted', first);
    const again = await sendBatch(trial, batchOf(trial, [two, one, event()]));
    check(
      statusesOf(again).join() === 'duplicate,duplicate,accepted',
      'duplicate, duplicate, accepted',
      again,
    );
  },
});
