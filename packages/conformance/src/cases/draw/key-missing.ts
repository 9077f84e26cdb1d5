import { defineCase } from '../../case.js';
import { chancesLeft, requireLeft } from './left.js';

export const keyMissing = defineCase({
  clause: 'draw.key.missing',
  says: 'A draw without an `Idempotency-Key` is 400 `key_missing`, and nothing is drawn.',
  fix: 'Refuse before anything is read or written.',
  needs: ['members'],
  async run({ shared }) {
    const stage = await shared();
    const person = await stage.drawer();
    const left = await chancesLeft(stage, person);
    for (const key of [undefined, '', 'x'.repeat(129)])
      (await stage.draw(person, { key })).refused('key_missing');
    await requireLeft(stage, person, left);
  },
});
