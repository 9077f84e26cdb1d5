// The contract of a store. `testStore(name, makeStore)` proves any store: memory, PGlite, PostgreSQL, yours.
// One store serves all tests; each test has an activity of its own.

import { type Definition, definition } from '@fanfare/protocol';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type {
  Store,
  StoredDraw,
  StoredEpoch,
  StoredParticipant,
  StoredReward,
  Transaction,
} from '../src/store.js';
import { plain } from './backend.js';
import { testCheckins } from './store.checkin.contract.js';
import { testEvents } from './store.events.contract.js';
import { testFairness } from './store.fairness.contract.js';
import { testForesight } from './store.foresee.contract.js';
import { testInvites } from './store.invite.contract.js';
import { testMoney } from './store.money.contract.js';
import { testOperations } from './store.operations.contract.js';
import { testRaffles } from './store.raffle.contract.js';
import { testReports } from './store.reports.contract.js';

const NOW = Date.parse('2027-01-02T12:00:00Z');
const DAY = '2027-01-02';

export function testStore(name: string, makeStore: () => Store | Promise<Store>): void {
  describe(`store contract: ${name}`, () => {
    let store: Store;
    let number = 0;
    let activity = '';

    beforeAll(async () => {
      store = await makeStore();
      await store.ready();
    }, 60_000);
    afterAll(() => store.close(), 60_000);

    const fresh = () => {
      activity = `contract-${name.toLowerCase().replace(/[^a-z0-9]+/g, '-')}-${++number}`;
      return activity;
    };
    const write = <T>(work: (tx: Transaction) => Promise<T>) => store.transaction(work);
    const owner = (participant: string) => ({ activity, participant });
    const define = (): Definition => definition.parse({ ...plain, id: activity });
    const person = (id: string, change: Partial<StoredParticipant> = {}): StoredParticipant => ({
      activity,
      id,
      kind: 'member',
      name: null,
      avatar: null,
      invite_code: `CODE-${id}`,
      secret_hash: null,
      linked_to: null,
      seen_day: null,
      seen_version: 0,
      revisions: {},
      joined_at: NOW,
      ...change,
    });
    const grant = (participant: string, occurrence: string, chances = 1, rule = 'watched', day = DAY) => ({
      ...owner(participant),
      rule,
      occurrence,
      day,
      chances,
      at: NOW,
    });
    const draw = (participant: string, id: string): StoredDraw => ({
      ...owner(participant),
      id,
      version: 1,
      epoch: 1,
      nonce: 1,
      client_seed: 'seed',
      participant_hash: `hash-${id}`,
      picked: 'cup',
      outcome: 'won',
      prize: 'cup',
      reward: `reward-${id}`,
      receipt: `R-${id}`,
      code: null,
      at: NOW,
    });
    const reward = (participant: string, id: string, at = NOW): StoredReward => ({
      ...owner(participant),
      id,
      prize: 'cup',
      name: { '*': 'Cup', 'zh-CN': '杯子' },
      kind: 'goods',
      source: 'draw',
      state: 'pending',
      at: new Date(at).toISOString(),
      form: 'address',
      receipt: `R-${id}`,
    });
    const answer = (participant: string, key: string, body = '{"a":1}') => ({
      ...owner(participant),
      route: 'lottery.draw',
      key,
      fingerprint: 'f',
      status: 200,
      body,
      at: NOW,
    });
    const epoch = (number: number, opened_at = NOW): StoredEpoch => ({
      epoch: number,
      seed: `${number}`.repeat(64),
      seed_hash: 'h',
      rules: '{}',
      rules_hash: `r${number}`,
      version: number,
      opened_at,
      closed_at: null,
    });

    describe('transactions', () => {
      it('passes on what work resolves to', async () => {
        fresh();
        expect(await write(async () => 7)).toBe(7);
        expect(await store.read(async () => 8)).toBe(8);
      });

      it('rolls everything back when work rejects, and passes the rejection on unchanged', async () => {
        fresh();
        await write(async (tx) => {
          await tx.setStock(activity, 'cup', 3);
          await tx.addParticipant(person('ann'));
        });
        const stop = new Error('stop');
        const failed = write(async (tx) => {
          await tx.saveActivity(define(), 0, NOW);
          await tx.openEpoch(activity, epoch(1));
          await tx.addParticipant(person('bob'));
          await tx.updateParticipant(owner('ann'), { name: 'Ann' });
          await tx.addGrant(grant('ann', 'one'));
          await tx.useChance(owner('ann'));
          await tx.addFact({ ...owner('ann'), id: 'f', name: 'watched', value: 1, granted: 1, at: NOW });
          await tx.nextNonce(owner('ann'), 1);
          await tx.addDraw(draw('ann', 'd'), DAY);
          await tx.addReward(reward('ann', 'r'));
          await tx.saveAnswer(answer('ann', 'k'));
          await tx.addCodes(activity, ['C']);
          await tx.takeStock(activity, 'cup');
          throw stop;
        });
        await expect(failed).rejects.toBe(stop);
        await store.read(async (reader) => {
          expect(await reader.activity(activity)).toBeNull();
          expect(await reader.participant(owner('bob'))).toBeNull();
          expect(await reader.participant(owner('ann'))).toEqual(person('ann'));
          expect(await reader.chances(owner('ann'))).toEqual({ granted: 0, used: 0 });
          expect(await reader.grants(owner('ann'))).toEqual([]);
          expect(await reader.fact(activity, 'f')).toBeNull();
          expect(await reader.draw(activity, 'd')).toBeNull();
          expect(await reader.drawsOn(owner('ann'), DAY)).toBe(0);
          expect(await reader.rewards(owner('ann'))).toEqual([]);
          expect(await reader.savedAnswer(owner('ann'), 'lottery.draw', 'k')).toBeNull();
          expect(await reader.stock(activity)).toEqual([{ prize: 'cup', total: 3, left: 3, awarded: 0 }]);
          expect(await reader.counters(activity)).toEqual({ participants: 1, draws: 0, awards: 0 });
          expect(await reader.winners(activity, 5)).toEqual([]);
        });
        expect(await write((tx) => tx.nextNonce(owner('ann'), 1))).toBe(1);
        expect(await write((tx) => tx.useCode(owner('ann'), 'C', NOW))).toBe('unknown');
      });

      it('runs many at once without losing an update', async () => {
        fresh();
        await write((tx) => tx.addParticipant(person('ann')));
        await Promise.all(
          Array.from({ length: 20 }, () =>
            write(async (tx) => {
              const ann = (await tx.lockParticipant(owner('ann')))!;
              const revisions = { chances: (ann.revisions.chances ?? 0) + 1 };
              await tx.updateParticipant(owner('ann'), { revisions });
            }),
          ),
        );
        const ann = await store.read((reader) => reader.participant(owner('ann')));
        expect(ann?.revisions).toEqual({ chances: 20 });
      });

      it('locks a name at most once at a time', async () => {
        fresh();
        let holders = 0;
        const tries = await Promise.all(
          Array.from({ length: 10 }, () =>
            write(async (tx) => {
              if (!(await tx.tryLock(`${activity} key`))) return 'busy';
              expect(++holders).toBe(1);
              await new Promise((resolve) => setTimeout(resolve, 5));
              holders--;
              return 'held';
            }),
          ),
        );
        expect(tries).toContain('held');
        expect(await write((tx) => tx.tryLock(`${activity} key`))).toBe(true);
      });
    });

    describe('activities', () => {
      it('keeps every version and saves only on top of the expected one', async () => {
        const id = fresh();
        const first = define();
        const second = { ...first, title: { '*': '第二' } };
        expect(await write((tx) => tx.saveActivity(first, 1, NOW))).toBeNull();
        expect(await write((tx) => tx.saveActivity(first, 0, NOW, 'aa'))).toBe(1);
        expect(await write((tx) => tx.saveActivity(first, 0, NOW))).toBeNull();
        expect(await write((tx) => tx.saveActivity(second, 1, NOW + 5, 'bb'))).toBe(2);
        expect(await write((tx) => tx.saveActivity(second, 1, NOW))).toBeNull();
        await store.read(async (reader) => {
          expect(await reader.activity(id)).toEqual({
            id,
            version: 2,
            definition: second,
            epoch: null,
            salt_key: 'aa',
            updated_at: NOW + 5,
          });
          expect(await reader.activityVersion(id, 1)).toEqual(first);
          expect(await reader.activityVersion(id, 3)).toBeNull();
          expect(await reader.activity('nothing')).toBeNull();
          expect(await reader.activityIds()).toContain(id);
        });
      });

      it('answers the newest epoch beside the activity', async () => {
        const id = fresh();
        await write(async (tx) => {
          await tx.saveActivity(define(), 0, NOW);
          await tx.openEpoch(id, epoch(1));
        });
        expect((await store.read((reader) => reader.activity(id)))?.epoch).toEqual(epoch(1));
        await write((tx) => tx.openEpoch(id, epoch(2, NOW + 9)));
        expect((await store.read((reader) => reader.activity(id)))?.epoch).toEqual(epoch(2, NOW + 9));
      });
    });

    describe('participants', () => {
      it('adds one of an id and finds it by secret and invite code', async () => {
        fresh();
        const guest = person('guest_1', { kind: 'guest', secret_hash: 'hash', name: '小明 👍🏽' });
        expect(await write((tx) => tx.addParticipant(guest))).toBe(true);
        expect(await write((tx) => tx.addParticipant({ ...guest, invite_code: 'OTHER' }))).toBe(false);
        await expect(
          write((tx) => tx.addParticipant(person('bob', { invite_code: guest.invite_code }))),
        ).rejects.toThrow();
        await store.read(async (reader) => {
          expect(await reader.participant(owner('guest_1'))).toEqual(guest);
          expect(await reader.participantBySecret(activity, 'hash')).toEqual(guest);
          expect(await reader.participantByInvite(activity, guest.invite_code)).toEqual(guest);
          expect(await reader.participantBySecret('elsewhere', 'hash')).toBeNull();
          expect(await reader.participantByInvite(activity, 'OTHER')).toBeNull();
          expect(await reader.participant(owner('bob'))).toBeNull();
        });
      });

      it('changes the named fields only', async () => {
        fresh();
        await write((tx) => tx.addParticipant(person('ann', { avatar: 'https://a.example/1.png' })));
        await write((tx) =>
          tx.updateParticipant(owner('ann'), {
            name: 'Ann',
            seen_day: DAY,
            seen_version: 3,
            revisions: { rewards: 2 },
          }),
        );
        expect(await write((tx) => tx.lockParticipant(owner('ann')))).toEqual(
          person('ann', {
            avatar: 'https://a.example/1.png',
            name: 'Ann',
            seen_day: DAY,
            seen_version: 3,
            revisions: { rewards: 2 },
          }),
        );
        expect(await write((tx) => tx.lockParticipant(owner('nobody')))).toBeNull();
      });
    });

    describe('chances', () => {
      it('grants once for an occurrence and counts by rule and day', async () => {
        fresh();
        await write(async (tx) => {
          expect(await tx.addGrant(grant('ann', 'one', 2))).toBe(true);
          expect(await tx.addGrant(grant('ann', 'one', 5))).toBe(false);
          expect(await tx.addGrant(grant('ann', 'two', 2, 'watched', '2027-01-03'))).toBe(true);
          expect(await tx.addGrant(grant('ann', 'one', 1, 'ordered'))).toBe(true);
          expect(await tx.addGrant(grant('bob', 'one', 9))).toBe(true);
        });
        await store.read(async (reader) => {
          expect(await reader.chances(owner('ann'))).toEqual({ granted: 5, used: 0 });
          expect(await reader.grantCount(owner('ann'), 'watched', DAY)).toEqual({ total: 2, day: 1 });
          expect(await reader.grantCount(owner('ann'), 'shared', DAY)).toEqual({ total: 0, day: 0 });
          expect((await reader.grants(owner('ann'))).length).toBe(3);
          expect(await reader.grants(owner('bob'))).toEqual([grant('bob', 'one', 9)]);
        });
      });

      it('uses no more than were granted, however many try at once', async () => {
        fresh();
        await write((tx) => tx.addGrant(grant('ann', 'one', 3)));
        const uses = await Promise.all(
          Array.from({ length: 10 }, () => write((tx) => tx.useChance(owner('ann')))),
        );
        expect(uses.filter(Boolean).length).toBe(3);
        expect(await store.read((reader) => reader.chances(owner('ann')))).toEqual({ granted: 3, used: 3 });
        expect(await write((tx) => tx.useChance(owner('nobody')))).toBe(false);
      });

      it('records a fact of an id once in an activity', async () => {
        fresh();
        const fact = { ...owner('ann'), id: 'f1', name: 'ordered', value: 12.5, granted: 2, at: NOW };
        expect(await write((tx) => tx.addFact(fact))).toBe(true);
        expect(await write((tx) => tx.addFact({ ...fact, participant: 'bob', value: null }))).toBe(false);
        expect(await store.read((reader) => reader.fact(activity, 'f1'))).toEqual(fact);
        expect(await write((tx) => tx.addFact({ ...fact, id: 'f2', value: null }))).toBe(true);
        expect((await store.read((reader) => reader.fact(activity, 'f2')))?.value).toBeNull();
      });
    });

    describe('draws', () => {
      it('counts nonces by participant and epoch', async () => {
        fresh();
        const nonces = await write(async (tx) => [
          await tx.nextNonce(owner('ann'), 1),
          await tx.nextNonce(owner('ann'), 1),
          await tx.nextNonce(owner('ann'), 2),
          await tx.nextNonce(owner('bob'), 1),
        ]);
        expect(nonces).toEqual([1, 2, 1, 1]);
      });

      it('keeps draws and rewards, newest first, and counts them', async () => {
        fresh();
        await write(async (tx) => {
          await tx.addParticipant(person('ann', { name: 'Ann' }));
          await tx.addDraw(draw('ann', 'd1'), DAY);
          await tx.addDraw(
            { ...draw('ann', 'd2'), nonce: 2, prize: null, reward: null, outcome: 'none', code: 'C' },
            DAY,
          );
          await tx.addReward(reward('ann', 'r1'));
          await tx.addReward({
            ...reward('ann', 'r2', NOW + 1000),
            claim_by: '2027-02-01T00:00:00.000Z',
            amount: 888,
          });
          await tx.addReward({ ...reward('ann', 'r3', NOW + 2000), source: 'tier' });
        });
        await store.read(async (reader) => {
          expect(await reader.draw(activity, 'd1')).toEqual(draw('ann', 'd1'));
          expect(await reader.draw(activity, 'd2')).toMatchObject({ prize: null, reward: null, code: 'C' });
          expect(await reader.drawsOn(owner('ann'), DAY)).toBe(2);
          expect(await reader.drawsOn(owner('ann'), '2027-01-03')).toBe(0);
          const rewards = await reader.rewards(owner('ann'));
          expect(rewards.map((one) => one.id)).toEqual(['r3', 'r2', 'r1']);
          expect(rewards[2]).toEqual(reward('ann', 'r1'));
          expect(rewards[1]).toMatchObject({ claim_by: '2027-02-01T00:00:00.000Z', amount: 888 });
          const winners = await reader.winners(activity, 1);
          expect(winners).toEqual([{ name: 'Ann', reward: rewards[1] }]);
          expect(await reader.counters(activity)).toEqual({ participants: 1, draws: 2, awards: 3 });
        });
      });

      it('keeps the answer of a key byte for byte, once', async () => {
        fresh();
        const body = '{"name":"王小明 🎉","b":1,  "a":2}';
        await write((tx) => tx.saveAnswer(answer('ann', 'k', body)));
        await expect(write((tx) => tx.saveAnswer(answer('ann', 'k')))).rejects.toThrow();
        await write((tx) => tx.saveAnswer({ ...answer('ann', 'k'), route: 'other' }));
        await write((tx) => tx.saveAnswer(answer('bob', 'k')));
        expect(await store.read((reader) => reader.savedAnswer(owner('ann'), 'lottery.draw', 'k'))).toEqual(
          answer('ann', 'k', body),
        );
      });
    });

    describe('stock', () => {
      it('gives out no more than there is, however many try at once', async () => {
        fresh();
        await write((tx) => tx.setStock(activity, 'cup', 5));
        const taken = await Promise.all(
          Array.from({ length: 20 }, () => write((tx) => tx.takeStock(activity, 'cup'))),
        );
        expect(taken.filter(Boolean).length).toBe(5);
        expect(await store.read((reader) => reader.stock(activity))).toEqual([
          { prize: 'cup', total: 5, left: 0, awarded: 5 },
        ]);
        expect(await write((tx) => tx.takeStock(activity, 'nothing'))).toBe(false);
      });

      it('follows a new total: what was awarded stays awarded, and nothing goes below zero', async () => {
        fresh();
        const row = async () => (await store.read((reader) => reader.stock(activity)))[0];
        await write(async (tx) => {
          await tx.setStock(activity, 'cup', 5);
          for (let times = 0; times < 3; times++) await tx.takeStock(activity, 'cup');
        });
        await write((tx) => tx.setStock(activity, 'cup', 2));
        expect(await row()).toEqual({ prize: 'cup', total: 2, left: 0, awarded: 3 });
        await write((tx) => tx.setStock(activity, 'cup', 10));
        expect(await row()).toEqual({ prize: 'cup', total: 10, left: 7, awarded: 3 });
      });
    });

    describe('codes', () => {
      it('opens one draw each, however many try at once', async () => {
        fresh();
        expect(await write((tx) => tx.addCodes(activity, ['A', 'B', 'A']))).toBe(2);
        expect(await write((tx) => tx.addCodes(activity, ['B', 'C']))).toBe(1);
        const uses = await Promise.all(
          ['ann', 'bob', 'cat'].map((id) => write((tx) => tx.useCode(owner(id), 'A', NOW))),
        );
        expect(uses.sort()).toEqual(['used_before', 'used_before', 'used_now']);
        expect(await write((tx) => tx.useCode(owner('ann'), 'Z', NOW))).toBe('unknown');
      });
    });

    describe('a link', () => {
      it('moves rewards and answers, adds what was used, and leaves the guest with nothing', async () => {
        fresh();
        const secret_hash = `hash-${activity}`;
        await write(async (tx) => {
          await tx.addParticipant(person('guest_1', { kind: 'guest', secret_hash }));
          await tx.addParticipant(person('ann', { name: 'Ann' }));
          await tx.addGrant(grant('guest_1', 'one', 3));
          await tx.useChance(owner('guest_1'));
          await tx.useChance(owner('guest_1'));
          await tx.addGrant(grant('ann', 'one', 1));
          await tx.addDraw(draw('guest_1', 'd1'), DAY);
          await tx.addDraw(draw('ann', 'd2'), DAY);
          await tx.addReward(reward('guest_1', 'r1'));
          await tx.addReward(reward('ann', 'r2', NOW + 1));
          await tx.saveAnswer(answer('guest_1', 'k1', '{"of":"guest"}'));
          await tx.saveAnswer(answer('guest_1', 'k2', '{"of":"guest"}'));
          await tx.saveAnswer(answer('ann', 'k2', '{"of":"ann"}'));
          await tx.absorb(activity, 'guest_1', 'ann');
        });
        await store.read(async (reader) => {
          expect((await reader.participantBySecret(activity, secret_hash))?.linked_to).toBe('ann');
          expect(await reader.chances(owner('guest_1'))).toEqual({ granted: 0, used: 0 });
          expect(await reader.grants(owner('guest_1'))).toEqual([]);
          expect(await reader.chances(owner('ann'))).toEqual({ granted: 1, used: 2 });
          expect(await reader.drawsOn(owner('ann'), DAY)).toBe(2);
          expect(await reader.drawsOn(owner('guest_1'), DAY)).toBe(0);
          expect((await reader.draw(activity, 'd1'))?.participant).toBe('guest_1');
          expect((await reader.rewards(owner('ann'))).map((one) => one.id)).toEqual(['r2', 'r1']);
          expect(await reader.rewards(owner('guest_1'))).toEqual([]);
          const saved = (key: string) => reader.savedAnswer(owner('ann'), 'lottery.draw', key);
          expect((await saved('k1'))?.body).toBe('{"of":"guest"}');
          expect((await saved('k2'))?.body).toBe('{"of":"ann"}');
          expect(await reader.savedAnswer(owner('guest_1'), 'lottery.draw', 'k1')).toBeNull();
          expect((await reader.counters(activity)).participants).toBe(1);
          expect((await reader.winners(activity, 5)).map((one) => one.name)).toEqual(['Ann', 'Ann']);
        });
        expect(await write((tx) => tx.useChance(owner('ann')))).toBe(false);
      });
    });

    testCheckins(() => store, fresh);
    testInvites(() => store, fresh);
    testEvents(() => store, fresh);
    testReports(() => store, fresh);
    testForesight({ store: () => store, fresh, define, person, draw, reward, answer });
    testRaffles({ store: () => store, fresh, person, draw });
    testFairness({ store: () => store, fresh, draw, epoch });
    testMoney(() => store, fresh);
    testOperations(() => store, fresh);
  });
}
