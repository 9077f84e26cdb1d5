import { defineCase } from '../../case.js';
import { check } from '../../verdict.js';
import { chancesLeft, requireLeft } from './left.js';

export const keyReplay = defineCase({
  clause: 'draw.key.replay',
  says: 'A key that comes again with the same body answers the same bytes, with `Idempotency-Replayed: true`, and has no second effect.',
  fix: 'Save the answer as text in the transaction of the effect, unique by (activity, participant, route, key); send that text again.',
  needs: ['members'],
  async run({ shared, unique, clock }) {
    const stage = await shared();
    const person = await stage.drawer();
    const left = await chancesLeft(stage, person);
    const key = unique('key');
    const first = await stage.draw(person, { key });
    first.ok('lottery.draw');
    check(!first.headers.has('Idempotency-Replayed'), 'no Idempotency-Replayed the first time', first);
    for (const pause of [0, 20]) {
      await clock.until(clock.now() + pause);
      const again = await stage.draw(person, { key });
      check(again.status === 200 && again.text === first.text, 'the bytes of the first answer', first, again);
      check(again.header('Idempotency-Replayed') === 'true', 'Idempotency-Replayed: true', again);
    }
    await requireLeft(stage, person, left - 1);
  },
});
