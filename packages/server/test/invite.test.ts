// Who brings whom: codes, ties that are refused, friends who count, and everybody's section.
import { contracts } from '@fanfare/protocol';
import { describe, expect, it } from 'vitest';
import { createInviteBackend, inviting, refusalOf } from './invite.backend.js';

const DAY = 86_400_000;
const inviteOf = contracts['invite.accept'].output;

describe('a code', () => {
  it('tells the landing who invites, and no more', async () => {
    const backend = await createInviteBackend();
    const token = await backend.member('ann', { name: '安妮', avatar: 'https://a.example/ann.png' });
    const { code } = (await backend.me(token)).sections.invite;
    expect(code).toMatch(/^[0-9A-HJKMNP-TV-Z]{13}$/);
    const response = await backend.get(
      `/v1/activities/plain/invites/${code.toLowerCase().replace('0', 'o')}`,
    );
    const answer = await response.json();
    expect(contracts['invite.get'].output.parse(answer)).toEqual(answer);
    expect(answer).toEqual({ code, name: '安妮', avatar: 'https://a.example/ann.png' });
    expect(response.headers.get('Cache-Control')).toBe('no-store');
  });

  it('that is forged, or of another activity, is not found', async () => {
    const backend = await createInviteBackend([inviting(), { ...inviting(), id: 'other' }]);
    const foreign = (await backend.me(await backend.member('ann'), 'other')).sections.invite.code;
    for (const code of ['0000000000000', 'x', '%00', foreign]) {
      expect((await backend.get(`/v1/activities/plain/invites/${code}`)).status).toBe(404);
      expect(await refusalOf(await backend.act('bob', `/invites/${code}/accept`))).toEqual([
        404,
        'not_found',
      ]);
    }
  });

  it('leads nowhere where nobody invites', async () => {
    const { invite: _, ...without } = inviting();
    const backend = await createInviteBackend([without]);
    const code = await backend.codeOf('ann');
    expect((await backend.get(`/v1/activities/plain/invites/${code}`)).status).toBe(404);
    expect((await backend.act('bob', `/invites/${code}/accept`)).status).toBe(404);
    expect(await backend.section('ann')).toMatchObject({ valid: 0, friends: [], tiers: [], tasks: [] });
  });

  it('is too late after the end, and too early before the start', async () => {
    const backend = await createInviteBackend();
    backend.clock.now += 30 * DAY;
    expect(await refusalOf(await backend.accept('bob', 'ann'))).toEqual([409, 'ended']);
    backend.clock.now -= 60 * DAY;
    expect(await refusalOf(await backend.accept('bob', 'ann'))).toEqual([409, 'not_started']);
  });
});

describe('a tie', () => {
  it('to oneself is refused', async () => {
    const backend = await createInviteBackend();
    expect(await refusalOf(await backend.accept('ann', 'ann'))).toEqual([409, 'invite_self']);
  });

  it('is the first one for ever', async () => {
    const backend = await createInviteBackend();
    expect((await backend.accept('bob', 'ann', { key: 'k' })).status).toBe(200);
    expect(await refusalOf(await backend.accept('bob', 'cat'))).toEqual([409, 'invite_repeat']);
    expect(await refusalOf(await backend.accept('bob', 'ann'))).toEqual([409, 'invite_repeat']);
    const replay = await backend.accept('bob', 'ann', { key: 'k' });
    expect(replay.headers.get('Idempotency-Replayed')).toBe('true');
    expect(await refusalOf(await backend.accept('bob', 'cat', { key: 'k' }))).toEqual([422, 'key_reused']);
    expect((await backend.section('cat')).friends).toEqual([]);
    expect((await backend.section('bob')).inviter).toBe(await backend.codeOf('ann'));
  });

  it('makes no circle, short or long', async () => {
    const backend = await createInviteBackend();
    await backend.accept('bob', 'ann');
    expect(await refusalOf(await backend.accept('ann', 'bob'))).toEqual([409, 'invite_cycle']);
    await backend.accept('cat', 'bob');
    await backend.accept('dan', 'cat');
    expect(await refusalOf(await backend.accept('ann', 'dan'))).toEqual([409, 'invite_cycle']);
    expect((await backend.accept('ann', 'eve')).status).toBe(200);
    expect(await refusalOf(await backend.accept('eve', 'dan'))).toEqual([409, 'invite_cycle']);
  });

  it('needs an open activity: paused, and guests who may only look, are refused', async () => {
    const paused = await createInviteBackend([inviting({}, { paused: ['invite'] })]);
    expect(await refusalOf(await paused.accept('bob', 'ann'))).toEqual([409, 'paused']);
    const looking = await createInviteBackend([inviting({}, { guests: 'view' })]);
    const guest = await looking.guest();
    expect(await refusalOf(await looking.accept(guest, 'ann'))).toEqual([403, 'guest_forbidden']);
  });
});

describe('a friend', () => {
  it('waits for the fact that makes it count, and both sections say so', async () => {
    const backend = await createInviteBackend();
    const before = await backend.section('ann');
    const token = await backend.member('bob', { name: '小博' });
    const response = await backend.accept({ token }, 'ann', { body: { channel: 'lobby' } });
    const answer = await response.json();
    expect(inviteOf.parse(answer)).toEqual(answer);
    const pending = await backend.section('ann');
    expect(pending.revision).toBeGreaterThan(before.revision);
    expect(pending).toMatchObject({
      valid: 0,
      friends: [{ name: '小博', state: 'joined', reason: 'waiting' }],
    });
    expect(JSON.stringify(pending)).not.toContain('bob');

    await backend.recordFact('bob', 'watched');
    expect((await backend.section('ann')).revision).toBe(pending.revision);
    await backend.recordFact('bob', 'ordered', 'order-1');
    await backend.recordFact('bob', 'ordered', 'order-1');
    await backend.recordFact('bob', 'ordered', 'order-2');
    const valid = await backend.section('ann');
    expect(valid.revision).toBe(pending.revision + 1);
    expect(valid).toMatchObject({ valid: 1, friends: [{ state: 'valid' }] });
    expect(valid.friends[0]).not.toHaveProperty('reason');
  });

  it('counts at once when nothing is asked for, or when it was done before', async () => {
    const open = await createInviteBackend([inviting({ qualify: undefined })]);
    await open.accept('bob', 'ann');
    expect((await open.section('ann')).valid).toBe(1);
    const backend = await createInviteBackend();
    await backend.recordFact('bob', 'ordered');
    await backend.accept('bob', 'ann');
    expect((await backend.section('ann')).valid).toBe(1);
  });

  it('is the fact friend.valid of the inviter, once', async () => {
    const { lottery } = inviting();
    const chances = [{ id: 'friends', fact: 'friend.valid', chances: 2, total: 2 }];
    const backend = await createInviteBackend([inviting({}, { lottery: { ...lottery!, chances } })]);
    await backend.bring('ann', 'bob', 'cat', 'dan');
    expect((await backend.sections('ann')).chances).toMatchObject({ granted: 4 });
    expect(await refusalOf(await backend.recordFact('ann', 'friend.valid'))).toEqual([422, 'invalid']);
    expect(await refusalOf(await backend.recordFact('ann', 'task.follow'))).toEqual([422, 'invalid']);
  });

  it('may count by what it does as an inviter: facts run upwards', async () => {
    const backend = await createInviteBackend([inviting({ qualify: 'friend.valid' })]);
    await backend.accept('bob', 'ann');
    await backend.accept('cat', 'bob');
    expect((await backend.section('ann')).valid).toBe(0);
    const task = await createInviteBackend([inviting({ qualify: 'task.follow' })]);
    await task.accept('bob', 'ann');
    await task.recordFact('bob', 'followed');
    expect((await task.section('ann')).valid).toBe(1);
  });

  it('does not begin to count after the end', async () => {
    const backend = await createInviteBackend();
    await backend.accept('bob', 'ann');
    backend.clock.now += 30 * DAY;
    await backend.recordFact('bob', 'ordered');
    expect(await backend.section('ann')).toMatchObject({ valid: 0, friends: [{ state: 'joined' }] });
  });

  it('shows a new name, and the inviter’s section counts up', async () => {
    const backend = await createInviteBackend();
    await backend.accept('bob', 'ann');
    const { revision } = await backend.section('ann');
    await backend.me(await backend.member('bob', { name: '小博' }));
    const after = await backend.section('ann');
    expect(after.friends[0].name).toBe('小博');
    expect(after.revision).toBeGreaterThan(revision);
  });
});
