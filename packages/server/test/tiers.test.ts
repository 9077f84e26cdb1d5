// Tiers: once for each, no more than there are; red envelopes and the pool that they come from.
import { contracts } from '@fanfare/protocol';
import { describe, expect, it } from 'vitest';
import { keys } from './backend.js';
import { createInviteBackend, invite, inviting, refusalOf } from './invite.backend.js';

const answerOf = contracts['tier.claim'].output;
const states = (section: { tiers: { id: string; state: string }[] }) =>
  section.tiers.map(({ state }) => state);

describe('a tier', () => {
  it('opens with its friends, is claimed once, and gives a reward with a receipt', async () => {
    const backend = await createInviteBackend();
    expect(states(await backend.section('ann'))).toEqual(['locked', 'locked', 'locked']);
    expect(await refusalOf(await backend.claimTier('ann', 'one'))).toEqual([409, 'tier_locked']);
    await backend.bring('ann', 'bob');
    expect(states(await backend.section('ann'))).toEqual(['ready', 'locked', 'locked']);

    const response = await backend.claimTier('ann', 'one', { key: 'k' });
    const text = await response.text();
    const answer = JSON.parse(text);
    expect(answerOf.parse(answer)).toEqual(answer);
    const [reward] = answer.sections.rewards.items;
    expect(reward).toMatchObject({ prize: 'one', source: 'tier', state: 'pending', form: 'address' });
    expect(reward.receipt).toMatch(/^\w{4}-\w{4}-\w{4}$/);
    expect(answer.sections.invite.tiers[0]).toEqual({ id: 'one', state: 'claimed', reward: reward.id });

    expect(await (await backend.claimTier('ann', 'one', { key: 'k' })).text()).toBe(text);
    expect(await refusalOf(await backend.claimTier('ann', 'one'))).toEqual([409, 'tier_claimed']);
    expect(await refusalOf(await backend.claimTier('ann', 'two', { key: 'k' }))).toEqual([422, 'key_reused']);
    expect(await refusalOf(await backend.claimTier('ann', 'nine'))).toEqual([404, 'not_found']);
    expect((await backend.sections('ann')).rewards.items).toHaveLength(1);
  });

  it('is for the first ones; the next is told kindly, and live says what is left', async () => {
    const backend = await createInviteBackend();
    const left = async () =>
      (await backend.live()).tiers.find(({ tier }: { tier: string }) => tier === 'one').left;
    for (const [inviter, friend] of [
      ['a', 'fa'],
      ['b', 'fb'],
      ['c', 'fc'],
    ] as const)
      await backend.bring(inviter, friend);
    expect(await left()).toBe(2);
    expect((await backend.claimTier('a', 'one')).status).toBe(200);
    expect(await left()).toBe(1);
    expect((await backend.claimTier('b', 'one')).status).toBe(200);
    expect(await refusalOf(await backend.claimTier('c', 'one'))).toEqual([409, 'sold_out']);
    expect(await left()).toBe(0);
    expect(states(await backend.section('c'))[0]).toBe('sold_out');
    expect((await backend.sections('c')).rewards.items).toEqual([]);
  });

  it('of points pays them at once', async () => {
    const backend = await createInviteBackend();
    await backend.bring('ann', 'bob', 'cat', 'dan');
    const { sections } = await (await backend.claimTier('ann', 'three')).json();
    expect(sections.points).toMatchObject({ balance: 50 });
    expect(sections.rewards.items[0]).toMatchObject({ kind: 'points', state: 'fulfilled' });
  });

  it('is closed after the end', async () => {
    const backend = await createInviteBackend();
    await backend.bring('ann', 'bob');
    backend.clock.now += 30 * 86_400_000;
    expect(await refusalOf(await backend.claimTier('ann', 'one'))).toEqual([409, 'ended']);
  });
});

describe('a red envelope', () => {
  const open = async (backend: Awaited<ReturnType<typeof createInviteBackend>>, who: string) => {
    await backend.bring(who, `${who}-1`, `${who}-2`);
    return backend.claimTier(who, 'two');
  };

  it('opens once with an amount of the list; all of them are the total', async () => {
    const backend = await createInviteBackend();
    const amounts: number[] = [];
    for (const who of ['a', 'b', 'c', 'd']) {
      const { sections } = await (await open(backend, who)).json();
      const tier = sections.invite.tiers[1];
      expect(tier.amount).toBe(sections.rewards.items[0].amount);
      amounts.push(tier.amount);
    }
    expect(amounts.reduce((sum, amount) => sum + amount, 0)).toBe(1000);
    expect(Math.min(...amounts)).toBeGreaterThanOrEqual(1);
    expect(await refusalOf(await open(backend, 'e'))).toEqual([409, 'sold_out']);
    expect(states(await backend.section('e'))[1]).toBe('sold_out');
  });

  it('comes from the pool, which can be used up, and live says so', async () => {
    const backend = await createInviteBackend([inviting({}, { pool: 400 })]);
    expect((await backend.live()).pool).toEqual({ total: 400, left: 400 });
    let paid = 0;
    let refused = 0;
    for (const who of ['a', 'b', 'c', 'd']) {
      const response = await open(backend, who);
      const answer = await response.json();
      if (response.status === 200) paid += answer.sections.invite.tiers[1].amount;
      else {
        refused++;
        expect(answer.code).toBe('sold_out');
        expect(states(await backend.section(who))[1]).toBe('sold_out');
      }
    }
    expect(paid).toBeLessThanOrEqual(400);
    expect(refused).toBeGreaterThan(0);
    expect((await backend.live()).pool).toEqual({ total: 400, left: 400 - paid });
  });

  it('leaves draws of cash without false hope when the pool is used up', async () => {
    const prizes = [
      { id: 'cash', name: { '*': 'Cash' }, kind: 'cash' as const, weight: 1, value: 100 },
      { id: 'luck', name: { '*': 'Luck' }, kind: 'none' as const, weight: 0 },
    ];
    const chances = [{ id: 'joined', fact: 'joined', chances: 9 }];
    const backend = await createInviteBackend([inviting({}, { pool: 250, lottery: { prizes, chances } })]);
    const token = await backend.member('ann');
    const outcomes = [];
    for (const key of ['1', '2', '3', '4'])
      outcomes.push((await (await backend.draw(token, key)).json()).draw.prize);
    expect(outcomes).toEqual(['cash', 'cash', 'luck', 'luck']);
    expect((await backend.live()).pool).toEqual({ total: 250, left: 50 });
  });

  it('that an operator changes is split anew from what was not opened; less than that is refused', async () => {
    const backend = await createInviteBackend();
    const first = (await (await open(backend, 'a')).json()).sections.invite.tiers[1].amount;
    const put = (envelope: { total: number; count: number }, version: number) =>
      backend.send('PUT', '/v1/admin/activities/plain', {
        token: keys.admin[0]!.key,
        headers: { 'If-Match': `"${version}"` },
        body: inviting({
          tiers: invite.tiers.map((tier) => (tier.id === 'two' ? { ...tier, envelope } : tier)),
        }),
      });
    const refused = await put({ total: first, count: 3 }, 1);
    expect(refused.status).toBe(422);
    expect((await refused.json()).errors[0].pointer).toBe('/invite/tiers/1/envelope');
    expect((await put({ total: first + 77, count: 2 }, 1)).status).toBe(200);
    expect((await (await open(backend, 'b')).json()).sections.invite.tiers[1].amount).toBe(77);
    expect(await refusalOf(await open(backend, 'c'))).toEqual([409, 'sold_out']);
  });
});
