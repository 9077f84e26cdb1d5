import { defineCase } from '../../case.js';
import { check } from '../../verdict.js';

export const keyParticipant = defineCase({
  clause: 'draw.key.participant',
  says: 'A key belongs to one participant: the same key of somebody else is another draw, and never shows the first one’s answer.',
  fix: 'Make the participant a part of the key’s scope.',
  needs: ['members'],
  async run({ shared, unique }) {
    const stage = await shared();
    const [ming, mei] = [await stage.drawer(), await stage.drawer()];
    const key = unique('key');
    const first = (await stage.draw(ming, { key })).ok('lottery.draw');
    const other = await stage.draw(mei, { key });
    check(other.ok('lottery.draw').draw.id !== first.draw.id, 'a draw of its own', other);
    check(!other.headers.has('Idempotency-Replayed'), 'no Idempotency-Replayed', other);
  },
});
