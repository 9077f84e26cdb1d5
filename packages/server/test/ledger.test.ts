// Money by properties: envelopes sum to their total, the books sum to zero whatever happens at once.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { reserve, resolve } from '../src/ledger/ledger.js';
import { splitMoney } from '../src/ledger/split.js';
import { memoryStore } from '../src/memory/index.js';
import { createInviteBackend, inviting } from './invite.backend.js';

const random = (bytes: number) => crypto.getRandomValues(new Uint8Array(bytes));

describe('a split into red envelopes', () => {
  it('sums to its total, a fen at least for each, none above twice the average of what was left', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 400 }), fc.nat({ max: 1_000_000 }), (count, more) => {
        const amounts = splitMoney(count + more, count, random);
        expect(amounts).toHaveLength(count);
        expect(amounts.reduce((sum, amount) => sum + amount, 0)).toBe(count + more);
        let left = count + more;
        for (const [at, amount] of amounts.entries()) {
          expect(amount).toBeGreaterThanOrEqual(1);
          if (at < count - 1) expect(amount).toBeLessThanOrEqual(Math.max(1, (2 * left) / (count - at)));
          left -= amount;
        }
      }),
    );
  });

  it('is worth the same at every place, on average', () => {
    const sums = [0, 0, 0, 0, 0];
    for (let round = 0; round < 4000; round++)
      for (const [at, amount] of splitMoney(500, 5, random).entries()) sums[at]! += amount;
    for (const sum of sums) expect(sum / 4000).toBeGreaterThan(93);
    for (const sum of sums) expect(sum / 4000).toBeLessThan(107);
  });

  it('is refused when there is not a fen for each', () => {
    expect(() => splitMoney(2, 3, random)).toThrow(RangeError);
    expect(() => splitMoney(1, 0, random)).toThrow(RangeError);
    expect(splitMoney(0, 0, random)).toEqual([]);
  });
});

describe('the ledger', () => {
  const step = fc.record({
    id: fc.constantFrom('a', 'b', 'c'),
    amount: fc.integer({ min: 0, max: 10_000 }),
    verb: fc.constantFrom('reserve', 'posted', 'voided'),
    fails: fc.nat({ max: 4 }).map((one) => one === 0),
  });

  it('sums to zero under any interleaving, and resolves each promise once', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(step, { minLength: 12, maxLength: 40 }),
        fc.scheduler(),
        async (steps, scheduler) => {
          const store = memoryStore();
          const promised = new Map<string, number>();
          const resolved = new Map<string, string>();
          const doubles: string[] = [];
          const run = ({ id, amount, verb, fails }: (typeof steps)[number]) =>
            store.transaction(async (tx) => {
              const at = { activity: 'a', id, at: 1 };
              const done =
                verb === 'reserve'
                  ? await reserve(tx, { ...at, amount }).then(() => amount > 0)
                  : await resolve(tx, verb as 'posted' | 'voided', at);
              if (fails) throw new Error('rolled back');
              if (verb === 'reserve' && done) promised.set(id, amount);
              if (verb !== 'reserve' && done) {
                if (resolved.has(id)) doubles.push(id);
                resolved.set(id, verb);
              }
            });
          const all = steps.map((one) =>
            scheduler.schedule(Promise.resolve()).then(() => run(one).catch(() => {})),
          );
          await scheduler.waitAll();
          await Promise.all(all);
          const balances = await store.read((reader) => reader.balances('a'));
          expect(doubles).toEqual([]);
          expect(Object.values(balances).reduce((sum, balance) => sum + balance, 0)).toBe(0);
          const sumOf = (isOf: (id: string) => boolean) =>
            [...promised].reduce((sum, [id, amount]) => sum + (isOf(id) ? amount : 0), 0);
          expect(balances).toEqual({
            budget: 0 - sumOf(() => true),
            reserved: sumOf((id) => !resolved.has(id)),
            issued: sumOf((id) => resolved.get(id) === 'posted'),
            expired: sumOf((id) => resolved.get(id) === 'voided'),
          });
        },
      ),
    );
  });

  it('agrees with the rewards after any order of draws, claims and deadlines', async () => {
    const prizes = [
      {
        id: 'cash',
        name: { '*': 'Cash' },
        kind: 'cash' as const,
        weight: 1,
        value: 50,
        stock: 3,
        claim_days: 1,
      },
      { id: 'cup', name: { '*': 'Cup' }, kind: 'goods' as const, weight: 1, cost: 700 },
      { id: 'luck', name: { '*': 'Luck' }, kind: 'none' as const, weight: 1 },
    ];
    const chances = [{ id: 'joined', fact: 'joined', chances: 50 }];
    const tap = fc.constantFrom('draw', 'tier', 'claim', 'wait');
    const people = ['ann', 'bob', 'cat'];
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(tap, fc.constantFrom(...people)), { maxLength: 25 }),
        async (taps) => {
          const definition = inviting({ qualify: undefined }, { lottery: { prizes, chances }, pool: 900 });
          const backend = await createInviteBackend([definition]);
          for (const who of people) for (const n of [1, 2]) await backend.accept(`${who}-${n}`, who);
          let number = 0;
          const run = async ([what, who]: (typeof taps)[number]) => {
            if (what === 'tier') await backend.claimTier(who, number++ % 2 ? 'one' : 'two');
            if (what === 'draw') await backend.draw(await backend.member(who), `draw-${number++}`);
            if (what !== 'claim') return;
            const reward = (await backend.sections(who)).rewards.items.find(
              (one: { form: string }) => one.form === 'none',
            );
            if (reward) await backend.claimReward(who, reward.id);
          };
          // Six at a time, in no order; then time passes.
          for (let at = 0; at < taps.length; at += 6) {
            const some = taps.slice(at, at + 6);
            await Promise.all(some.map(run));
            backend.clock.now += some.filter(([what]) => what === 'wait').length * 10 * 3_600_000;
          }
          let [reserved, issued, expired] = [0, 0, 0];
          let paid = 0;
          for (const who of people)
            for (const { prize, amount, state } of (await backend.sections(who)).rewards.items) {
              const cost = amount ?? { cup: 700, one: 300 }[prize as string] ?? 0;
              if (state === 'pending') reserved += cost;
              else if (state === 'claimed') issued += cost;
              else expired += cost;
              paid += amount ?? 0;
            }
          const balances = await backend.store.read((reader) => reader.balances('plain'));
          expect(balances).toEqual({ budget: 0 - reserved - issued - expired, reserved, issued, expired });
          expect((await backend.live()).pool.left).toBe(900 - paid);
        },
      ),
      { numRuns: 15 },
    );
  });
});
