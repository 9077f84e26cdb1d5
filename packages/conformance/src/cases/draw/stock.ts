import { defineCase } from '../../case.js';
import type { Exchange } from '../../exchange.js';
import { check } from '../../verdict.js';

const SCARCE = {
  prizes: [
    { id: 'cup', name: { '*': 'Cup' }, kind: 'goods' as const, weight: 1_000_000, stock: 2 },
    { id: 'coupon', name: { '*': 'Coupon' }, kind: 'coupon' as const, weight: 1 },
    { id: 'luck', name: { '*': 'Good luck' }, kind: 'none' as const, weight: 1 },
  ],
  chances: [{ id: 'joined', fact: 'joined', chances: 10 }],
};

export const stock = defineCase({
  clause: 'draw.stock',
  says: 'No more of a prize is given out than there is. What was the weight of a prize that is gone goes to no-prize: the odds of the others stay as published.',
  fix: 'UPDATE stock SET left = left - 1 WHERE left > 0, last in the transaction; no row means no prize, never another one.',
  needs: ['members', 'own'],
  async run({ own, clock }) {
    const stage = await own({ lottery: SCARCE });
    const people = await Promise.all([1, 2].map(() => stage.drawer()));
    const draws: Exchange[] = [];
    for (const person of people) for (let turn = 0; turn < 10; turn++) draws.push(await stage.draw(person));
    const prizes = draws.map((one) => one.ok('lottery.draw').draw);
    const cups = prizes.filter(({ outcome, prize }) => outcome === 'won' && prize === 'cup').length;
    check(cups === 2, `2 cups out of a stock of 2, not ${cups}`, draws.at(-1)!);
    const coupons = prizes.filter(({ prize }) => prize === 'coupon').length;
    check(coupons < 3, `hardly a coupon at odds of 1 to a million, not ${coupons}`, draws.at(-1)!);
    const last = prizes.at(-1)!;
    check(
      last.outcome === 'none' && last.prize === 'luck',
      'no prize, landing on the prize of kind `none`',
      draws.at(-1)!,
    );
    await clock.until(clock.now() + 1100);
    const live = await stage.call('activity.live');
    const label = live.ok('activity.live').stock.find(({ prize }) => prize === 'cup')?.label;
    check(label === 'out', 'label "out" for the cup in `live`', live);
  },
});
