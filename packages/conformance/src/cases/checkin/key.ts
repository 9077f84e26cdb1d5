import { defineCase } from '../../case.js';
import { check } from '../../verdict.js';
import { checkIn } from './check-in.js';

export const key = defineCase({
  clause: 'checkin.key',
  says: 'Check-ins are keyed like draws: without a key 400 `key_missing`, again the same bytes, with another body 422 `key_reused`.',
  fix: 'Put every keyed route through the same code.',
  needs: ['members'],
  async run({ shared, unique }) {
    const stage = await shared();
    const person = await stage.member();
    (await checkIn(stage, person, {}, { key: undefined })).refused('key_missing');
    const key = unique('key');
    const first = await checkIn(stage, person, {}, { key });
    first.ok('checkin.create');
    const again = await checkIn(stage, person, {}, { key });
    check(again.text === first.text, 'the bytes of the first answer', first, again);
    check(again.header('Idempotency-Replayed') === 'true', 'Idempotency-Replayed: true', again);
    (await checkIn(stage, person, { channel: 'other' }, { key })).refused('key_reused');
  },
});
