import { defineCase } from '../../case.js';
import { check } from '../../verdict.js';
import { batchOf, event, sendBatch } from './batch.js';

export const accepted = defineCase({
  clause: 'events.accepted',
  says: 'A batch answers an outcome for every event, in the order of the request, and its `batch_id`; any page may send it.',
  fix: 'Answer { batch_id, results: [{ id, status }] } with Access-Control-Allow-Origin: *.',
  needs: ['events'],
  async run(trial) {
    const events = [event(), event(), event()];
    const body = batchOf(trial, events);
    const answer = await sendBatch(trial, body);
    const { batch_id, results } = answer.ok('track.batch');
    check(batch_id === body.batch_id, 'the batch_id', answer);
    check(
      results.length === 3 && results.every(({ id }, at) => id === events[at]!.id),
      'the events in their order',
      answer,
    );
    check(
      results.every(({ status }) => status === 'accepted'),
      'status "accepted" for each',
      answer,
    );
    check(answer.header('Access-Control-Allow-Origin') === '*', 'Access-Control-Allow-Origin: *', answer);
  },
});
