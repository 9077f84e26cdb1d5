import { defineCase } from '../../case.js';
import { batchOf, event, sendBatch } from './batch.js';

export const key = defineCase({
  clause: 'events.key',
  says: 'A batch without a known key is 401 `unauthenticated`; a broken or empty one is refused as a whole.',
  fix: 'Look the key up first; answer 400 malformed or 422 invalid for what is no batch.',
  needs: ['events'],
  async run(trial) {
    (await sendBatch(trial, batchOf(trial, [event()], { key: 'pk_kit_unknown' }))).refused('unauthenticated');
    (await sendBatch(trial, '{')).refused('malformed');
    (await sendBatch(trial, batchOf(trial, []))).refused('invalid');
    (await sendBatch(trial, batchOf(trial, [event()], { extra: 1 }))).refused('invalid');
  },
});
