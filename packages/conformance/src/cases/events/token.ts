import { defineCase } from '../../case.js';
import { check } from '../../verdict.js';
import { batchOf, event, sendBatch, statusesOf } from './batch.js';

export const token = defineCase({
  clause: 'events.token',
  says: 'A token that is not good costs the events their participant and nothing else.',
  fix: 'Verify the token if there is one; store the events without a participant when it fails.',
  needs: ['events'],
  async run(trial) {
    const stage = await trial.shared();
    const body = batchOf(trial, [event()], { token: 'not-a-token', context: { activity: stage.id } });
    const answer = await sendBatch(trial, body);
    check(statusesOf(answer).join() === 'accepted', 'the event accepted', answer);
  },
});
