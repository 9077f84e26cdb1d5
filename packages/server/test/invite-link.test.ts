// Sign-in of guests who invited, accepted, claimed and handed in: nobody counts twice, nobody invites itself.
import { describe, expect, it } from 'vitest';
import { createInviteBackend, inviting, refusalOf } from './invite.backend.js';

type Backend = Awaited<ReturnType<typeof createInviteBackend>>;
const signIn = async (backend: Backend, guest: { secret: string }, member: string) =>
  backend.guest({ secret: guest.secret }, await backend.member(member));
const open = () => createInviteBackend([inviting({ qualify: undefined })]);

describe('a guest who signs in', () => {
  it('keeps its friends; its code still leads to it; the friends’ sections stay as they are', async () => {
    const backend = await open();
    const guest = await backend.guest();
    const code = await backend.codeOf(guest);
    await backend.accept('bob', guest);
    await backend.accept('cat', 'ann');
    const [friend, mine] = [await backend.section('bob'), await backend.section('ann')];
    const { me } = await signIn(backend, guest, 'ann');
    expect(me.sections.invite).toMatchObject({ valid: 2 });
    expect(me.sections.invite.revision).toBeGreaterThan(mine.revision);
    expect(await backend.section('bob')).toEqual(friend);
    await backend.act('dan', `/invites/${code}/accept`);
    expect(await backend.section('ann')).toMatchObject({ valid: 3 });
    expect(await backend.section(guest)).toMatchObject({ valid: 0, friends: [] });
  });

  it('brings its inviter along, and counts there once', async () => {
    const backend = await createInviteBackend();
    const guest = await backend.guest();
    await backend.accept(guest, 'zoe');
    await signIn(backend, guest, 'ann');
    expect((await backend.section('ann')).inviter).toBe(await backend.codeOf('zoe'));
    expect(await refusalOf(await backend.accept('ann', 'eve'))).toEqual([409, 'invite_repeat']);
    await backend.recordFact('ann', 'ordered');
    expect((await backend.section('zoe')).friends).toMatchObject([{ state: 'valid' }]);
  });

  it('whose order came first qualifies as the member', async () => {
    const backend = await createInviteBackend();
    const guest = await backend.guest();
    await backend.recordFact(guest.me.participant.id, 'ordered');
    await backend.accept('ann', 'zoe');
    expect((await backend.section('zoe')).valid).toBe(0);
    await signIn(backend, guest, 'ann');
    expect((await backend.section('zoe')).valid).toBe(1);
  });

  it.each([
    ['guest', 'zoe'],
    ['member', 'eve'],
  ])('keeps the first of two inviters, when the %s was first; the other is told', async (first, winner) => {
    const backend = await open();
    const guest = await backend.guest();
    const steps = [() => backend.accept(guest, 'zoe'), () => backend.accept('ann', 'eve')];
    if (first === 'member') steps.reverse();
    for (const step of steps) {
      backend.clock.now += 1;
      await step();
    }
    await signIn(backend, guest, 'ann');
    const loser = winner === 'zoe' ? 'eve' : 'zoe';
    expect((await backend.section('ann')).inviter).toBe(await backend.codeOf(winner));
    expect(await backend.section(winner)).toMatchObject({ valid: 1, friends: [{ state: 'valid' }] });
    expect(await backend.section(loser)).toMatchObject({
      valid: 0,
      friends: [{ state: 'refused', reason: 'repeat' }],
    });
  });

  it('does not count twice for one inviter', async () => {
    const backend = await open();
    const guest = await backend.guest();
    await backend.accept(guest, 'zoe');
    await backend.accept('ann', 'zoe');
    expect((await backend.section('zoe')).valid).toBe(2);
    await signIn(backend, guest, 'ann');
    expect((await backend.section('zoe')).valid).toBe(1);
  });

  it.each(['guest accepted member', 'member accepted guest'])('never invites itself: %s', async (which) => {
    const { lottery } = inviting();
    const chances = [{ id: 'friends', fact: 'friend.valid', chances: 2 }];
    const backend = await createInviteBackend([
      inviting({ qualify: undefined }, { lottery: { ...lottery!, chances } }),
    ]);
    const guest = await backend.guest();
    const [friend, inviter] = which.startsWith('guest') ? [guest, 'ann'] : ['ann', guest];
    expect((await backend.accept(friend, inviter)).status).toBe(200);
    const { me } = await signIn(backend, guest, 'ann');
    expect(me.sections.invite).toMatchObject({ valid: 0, friends: [] });
    expect(me.sections.invite).not.toHaveProperty('inviter');
    if (which.startsWith('member')) expect(me.sections.chances.granted).toBe(0);
    expect((await backend.accept('ann', 'zoe')).status).toBe(200);
  });

  it('closes no circle: ann invites bob, bob invites the guest, who is ann', async () => {
    const backend = await open();
    const guest = await backend.guest();
    await backend.accept('bob', 'ann');
    await backend.accept(guest, 'bob');
    await signIn(backend, guest, 'ann');
    expect(await backend.section('ann')).toMatchObject({ valid: 1, friends: [{ state: 'valid' }] });
    expect(await backend.section('bob')).toMatchObject({ valid: 0, friends: [{ state: 'refused' }] });
    const lineage = await backend.store.read((reader) =>
      reader.inviters({ activity: 'plain', participant: 'bob' }),
    );
    expect(lineage).toEqual(['ann']);
  });

  it('keeps a claimed tier once: the second reward ends, and its money is free', async () => {
    const backend = await open();
    const guest = await backend.guest();
    await backend.accept('bob', guest);
    await backend.accept('cat', 'ann');
    await backend.claimTier(guest, 'one');
    await backend.claimTier('ann', 'one');
    const { me } = await signIn(backend, guest, 'ann');
    const rewards = me.sections.rewards.items.map(({ state }: { state: string }) => state);
    expect(rewards.sort()).toEqual(['expired', 'pending']);
    expect(me.sections.invite.tiers[0]).toMatchObject({ state: 'claimed' });
    const balances = await backend.store.read((reader) => reader.balances('plain'));
    expect(balances).toEqual({ budget: -600, reserved: 300, issued: 0, expired: 300 });
    expect(await refusalOf(await backend.claimTier('ann', 'one'))).toEqual([409, 'tier_claimed']);
  });

  it('keeps a tier that only the guest claimed', async () => {
    const backend = await open();
    const guest = await backend.guest();
    await backend.accept('bob', guest);
    await backend.claimTier(guest, 'one');
    const { me } = await signIn(backend, guest, 'ann');
    expect(me.sections.invite.tiers[0]).toMatchObject({ state: 'claimed' });
    expect(me.sections.rewards.items).toHaveLength(1);
  });

  it('brings its proof along: what was approved stays approved', async () => {
    const backend = await open();
    const guest = await backend.guest();
    await backend.submit(guest, 'proof', { text: 'by the guest' });
    const [{ id }] = (await (await backend.adminGet('submissions')).json()).items;
    await backend.review(id, 'approved');
    await backend.submit('ann', 'proof', { text: 'by ann' });
    const { me } = await signIn(backend, guest, 'ann');
    expect(me.sections.invite).toMatchObject({ valid: 1, tasks: [{}, { state: 'approved' }] });
    expect((await (await backend.adminGet('submissions')).json()).items).toEqual([]);
  });

  it('can do nothing any more with the token it still has', async () => {
    const backend = await open();
    const guest = await backend.guest();
    await signIn(backend, guest, 'ann');
    const code = await backend.codeOf('zoe');
    const refused = [401, 'token_invalid'];
    expect(await refusalOf(await backend.act(guest, `/invites/${code}/accept`))).toEqual(refused);
    expect(await refusalOf(await backend.claimTier(guest, 'one'))).toEqual(refused);
    expect(await refusalOf(await backend.submit(guest, 'proof', { text: 'x' }))).toEqual(refused);
  });
});
