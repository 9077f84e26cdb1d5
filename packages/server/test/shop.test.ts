// The points mall: cost, limits, stock, and points that are won.
import { contracts, type DefinitionInput } from '@fanfare/protocol';
import { describe, expect, it } from 'vitest';
import { addRewardWithPoints } from '../src/points/points.reward.js';
import type { StoredReward } from '../src/store.js';
import { createBackend, LIVE, plain } from './backend.js';

const DAY = 86_400_000;

const mall = {
  ...plain,
  checkin: { lap_days: 7, points: 100 },
  shop: {
    items: [
      {
        id: 'mug',
        name: { '*': 'Mug' },
        cost: 60,
        stock: 2,
        per_person: 1,
        price: 1900,
        form: 'address',
        claim_days: 7,
      },
      { id: 'sticker', name: { '*': 'Sticker' }, cost: 30 },
      { id: 'car', name: { '*': 'Car' }, cost: 1_000_000, stock: 1 },
    ],
  },
} satisfies DefinitionInput;

type Backend = Awaited<ReturnType<typeof createBackend>>;

async function rich(backend: Backend, sub: string, change = 100): Promise<string> {
  await backend.store.transaction((tx) =>
    tx.addPoints({
      activity: 'plain',
      participant: sub,
      id: 'gift',
      change,
      reason: 'gift',
      subject: null,
      at: LIVE,
    }),
  );
  return backend.member(sub);
}
const buy = (
  backend: Backend,
  token: string,
  item: string,
  key = `${item}-${Math.trunc(performance.now() * 1000)}`,
) => backend.post(`/v1/activities/plain/shop/${item}/exchange`, { token, key });
const codeOf = async (response: Response) => (await response.json()).code ?? response.status;

describe('an exchange', () => {
  it('takes the points and gives a reward that can be claimed', async () => {
    const backend = await createBackend([mall]);
    const token = await rich(backend, 'ming');
    const before = (await backend.me(token)).sections;
    const answer = await (await buy(backend, token, 'mug')).json();
    expect(contracts['shop.exchange'].output.parse(answer)).toEqual(answer);
    expect(answer.sections.points).toMatchObject({ balance: 40 });
    expect(answer.sections.points.history[0]).toMatchObject({ change: -60, reason: 'shop', subject: 'mug' });
    expect(answer.sections.rewards.items).toMatchObject([
      {
        prize: 'mug',
        name: { '*': 'Mug' },
        source: 'shop',
        state: 'pending',
        form: 'address',
        claim_by: new Date(LIVE + 7 * DAY).toISOString(),
      },
    ]);
    for (const name of ['points', 'rewards'])
      expect(answer.sections[name].revision).toBeGreaterThan(before[name].revision);
    expect((await backend.me(token)).sections).toMatchObject(answer.sections);
    const books = await backend.store.read((reader) => reader.balances('plain'));
    expect(books).toEqual({ budget: -1900, reserved: 1900, issued: 0, expired: 0 });
  });

  it('that nobody claimed in time reads as expired, whoever asks', async () => {
    const long = { ...mall, schedule: { ...plain.schedule, end_at: '2027-02-01T00:00:00Z' } };
    const backend = await createBackend([long]);
    await buy(backend, await rich(backend, 'ming'), 'mug');
    const state = (answer: { sections: { rewards: { items: { state: string }[] } } }) =>
      answer.sections.rewards.items.map((reward) => reward.state);
    const tap = async (key: string) => {
      const token = await backend.member('ming');
      return (await backend.post('/v1/activities/plain/check-ins', { token, key, body: {} })).json();
    };
    backend.clock.now = LIVE + 7 * DAY - 1;
    expect(state(await tap('before'))).toEqual(['pending']);
    backend.clock.now += 1;
    expect(state(await tap('after'))).toEqual(['expired']);
    expect(state(await backend.me(await backend.member('ming')))).toEqual(['expired']);
    const books = await backend.store.read((reader) => reader.balances('plain'));
    expect(books).toEqual({ budget: -1900, reserved: 0, issued: 0, expired: 1900 });
  });

  it('has one effect for one key; the same key for another item is another request', async () => {
    const backend = await createBackend([mall]);
    const token = await rich(backend, 'ming');
    const first = await (await buy(backend, token, 'sticker', 'k')).text();
    const again = await buy(backend, token, 'sticker', 'k');
    expect(again.headers.get('Idempotency-Replayed')).toBe('true');
    expect(await again.text()).toBe(first);
    expect(await codeOf(await buy(backend, token, 'mug', 'k'))).toBe('key_reused');
    expect((await backend.me(token)).sections.points.balance).toBe(70);
  });

  it('refuses what is too dear, what is gone, what one has had, and what is not there; nothing is lost', async () => {
    const backend = await createBackend([mall]);
    const [ming, hong, lan] = [
      await rich(backend, 'ming', 200),
      await rich(backend, 'hong'),
      await rich(backend, 'lan'),
    ];
    expect(await codeOf(await buy(backend, ming, 'car'))).toBe('points_short');
    expect(await codeOf(await buy(backend, ming, 'mug'))).toBe(200);
    expect(await codeOf(await buy(backend, ming, 'mug'))).toBe('limit_reached');
    expect(await codeOf(await buy(backend, hong, 'mug'))).toBe(200);
    expect(await codeOf(await buy(backend, lan, 'mug'))).toBe('sold_out');
    expect(await codeOf(await buy(backend, lan, 'spoon'))).toBe('not_found');
    const { points, rewards } = (await backend.me(lan)).sections;
    expect([points.balance, points.history.length, rewards.items]).toEqual([100, 1, []]);
  });

  it('is closed outside the live phase, while paused, and to guests who may only look', async () => {
    const backend = await createBackend([{ ...mall, paused: ['shop'] }]);
    expect(await codeOf(await buy(backend, await rich(backend, 'ming'), 'mug'))).toBe('paused');
    const early = await createBackend([mall]);
    early.clock.now = Date.parse('2026-12-31T00:00:00Z');
    expect(await codeOf(await buy(early, await rich(early, 'ming'), 'mug'))).toBe('not_started');
    const looking = await createBackend([{ ...mall, guests: 'view' }]);
    expect(await codeOf(await buy(looking, (await looking.guest()).token, 'mug'))).toBe('guest_forbidden');
  });
});

describe('points', () => {
  it('that were won in a draw are there at once, and their reward needs no claim', async () => {
    const prizes = [
      {
        id: 'points',
        name: { '*': '200 points' },
        kind: 'points' as const,
        weight: 1,
        value: 200,
        claim_days: 3,
      },
      { id: 'luck', name: { '*': 'Luck' }, kind: 'none' as const, weight: 0 },
    ];
    const backend = await createBackend([{ ...plain, lottery: { ...plain.lottery, prizes } }]);
    const token = await backend.member('ming');
    const answer = await (await backend.draw(token, 'k')).json();
    expect(contracts['lottery.draw'].output.parse(answer)).toEqual(answer);
    expect(answer.sections.points).toMatchObject({
      balance: 200,
      history: [{ change: 200, reason: 'draw', subject: 'points' }],
    });
    const [reward] = answer.sections.rewards.items;
    expect(reward).toMatchObject({ kind: 'points', state: 'fulfilled', form: 'none' });
    expect(reward.claim_by).toBeUndefined();
    await backend.draw(token, 'k');
    const me = await backend.me(token);
    expect(me.sections.points).toEqual(answer.sections.points);
  });

  it('of a tier that was claimed as a guest and as a member count once after the sign-in', async () => {
    const backend = await createBackend([mall]);
    const tier = (participant: string): StoredReward => ({
      activity: 'plain',
      participant,
      id: `reward-of-${participant}`,
      prize: 'invite-1',
      name: { '*': '200 points' },
      kind: 'points',
      source: 'tier',
      state: 'pending',
      at: new Date(LIVE).toISOString(),
      form: 'none',
      receipt: `R-${participant}`,
    });
    const balance = await backend.store.transaction(async (tx) => {
      for (const who of ['guest_1', 'ming']) expect(await addRewardWithPoints(tx, tier(who), 200)).toBe(true);
      await tx.absorbPoints('plain', 'guest_1', 'ming');
      return tx.balance({ activity: 'plain', participant: 'ming' });
    });
    expect(balance).toBe(200);
  });

  it('are no section of an activity that has none', async () => {
    const backend = await createBackend();
    const { sections } = await backend.me(await backend.member('ming'));
    expect(Object.keys(sections).sort()).toEqual(['chances', 'invite', 'rewards']);
  });
});

describe('what anybody may know', () => {
  it('of the mall: no price, no stock; of what is left: a label', async () => {
    const backend = await createBackend([mall]);
    const shop = async () => (await (await backend.get('/v1/activities/plain')).json()).shop;
    const labels = async () => (await (await backend.get('/v1/activities/plain/live')).json()).shop;
    expect(await shop()).toEqual({
      items: [
        { id: 'mug', name: { '*': 'Mug' }, cost: 60, per_person: 1 },
        { id: 'sticker', name: { '*': 'Sticker' }, cost: 30 },
        { id: 'car', name: { '*': 'Car' }, cost: 1_000_000 },
      ],
    });
    expect(await labels()).toEqual([
      { item: 'mug', label: 'plenty' },
      { item: 'car', label: 'plenty' },
    ]);
    for (const sub of ['ming', 'hong']) await buy(backend, await rich(backend, sub), 'mug');
    expect(await labels()).toContainEqual({ item: 'mug', label: 'out' });
    expect((await (await backend.get('/v1/activities/plain/live')).json()).stock).toHaveLength(1);
  });

  it('of the check-in plan: what the contract says and not one field more', async () => {
    const plan = {
      lap_days: 21,
      points: 10,
      milestones: [{ day: 7, name: { '*': 'Week' }, points: 50 }],
      make_up: { per_lap: 2, cost: 30 },
      multipliers: [{ id: 'm', channel: 'group-a', factor: 2, title: { '*': 'Twice' } }],
      groups: [{ id: 'secret-group', channel: 'secret-channel', title: { '*': 'Secret' } }],
      content: 'both',
      offer: { title: { '*': 'Offer' }, url: 'https://plain.example/offer' },
    } as const;
    const backend = await createBackend([{ ...mall, checkin: plan } as unknown as DefinitionInput]);
    const activity = await (await backend.get('/v1/activities/plain')).json();
    expect(contracts['activity.get'].output.parse(activity)).toEqual(activity);
    const { groups: _groups, ...open } = plan;
    expect(activity.checkin).toEqual(open);
    expect(JSON.stringify(activity)).not.toContain('secret');
    const live = await (await backend.get('/v1/activities/plain/live')).json();
    expect(contracts['activity.live'].output.parse(live)).toEqual(live);
  });

  it('says that it can check in and exchange', async () => {
    const backend = await createBackend([mall]);
    const { features } = await (await backend.get('/v1')).json();
    expect(features).toEqual(expect.arrayContaining(['checkin', 'shop']));
  });
});
