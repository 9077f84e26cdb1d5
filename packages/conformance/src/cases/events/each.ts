import { defineCase } from '../../case.js';
import { check } from '../../verdict.js';
import { batchOf, event, sendBatch } from './batch.js';

export const each = defineCase({
  clause: 'events.each',
  says: 'Events are looked at one by one: a bad one is `rejected` with a code and takes no other with it.',
  fix: 'Validate the envelope strictly and every event on its own.',
  needs: ['events'],
  async run(trial) {
    const bad = [event({ id: '' }), event({ created_at: 'yesterday' }), { id: 'x' }, event({ seq: -1 }), 7];
    const answer = await sendBatch(trial, batchOf(trial, [event(), ...bad, event()]));
    const { results } = answer.ok('track.batch');
    const wanted = ['accepted', ...bad.map(() => 'rejected'), 'accepted'];
    check(results.map(({ status }) => status).join() === wanted.join(), wanted.join(', '), answer);
    check(
      results.slice(1, -1).every(({ code }) => Boolean(code)),
      'a code for each that is rejected',
      answer,
    );
  },
});
