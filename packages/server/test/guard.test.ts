// Limits against abuse: allow, challenge, delay, deny; counted by person, inviter and network.
import type { DefinitionInput } from '@fanfare/protocol';
import { describe, expect, it } from 'vitest';
import { createInviteBackend, inviting, refusalOf } from './invite.backend.js';

type Guards = NonNullable<DefinitionInput['guards']>;
const guarded = (...guards: Guards) => [inviting({ qualify: undefined }, { guards })];
const networkOf = (request: Request) => request.headers.get('X-Network');
const from = (network: string) => ({ headers: { 'X-Network': network } });

describe('deny', () => {
  it('refuses beyond the count, and counts what was let through alone', async () => {
    const backend = await createInviteBackend(
      guarded({ on: 'accept', per: 'inviter', count: 2, seconds: 60, outcome: 'deny' }),
    );
    expect((await backend.accept('a', 'ann', { key: 'k' })).status).toBe(200);
    expect((await backend.accept('a', 'ann', { key: 'k' })).headers.get('Idempotency-Replayed')).toBe('true');
    expect(await refusalOf(await backend.accept('a', 'ann'))).toEqual([409, 'invite_repeat']);
    expect((await backend.accept('b', 'ann')).status).toBe(200);
    for (const friend of ['c', 'd'])
      expect(await refusalOf(await backend.accept(friend, 'ann'))).toEqual([403, 'denied']);
    expect((await backend.accept('c', 'other')).status).toBe(200);
    backend.clock.now += 60_000;
    expect((await backend.accept('d', 'ann')).status).toBe(200);
    expect((await backend.section('ann')).valid).toBe(3);
  });

  it('looks at draws and claims as well', async () => {
    const backend = await createInviteBackend(
      guarded(
        { on: 'draw', per: 'participant', count: 1, seconds: 60, outcome: 'deny' },
        { on: 'claim', per: 'participant', count: 1, seconds: 60, outcome: 'deny' },
      ),
    );
    const token = await backend.member('ann');
    expect((await backend.draw(token, '1')).status).toBe(200);
    expect(await refusalOf(await backend.draw(token, '2'))).toEqual([403, 'denied']);
    expect((await backend.sections('ann')).chances.used).toBe(1);
    await backend.accept('a', 'ann');
    await backend.accept('b', 'ann');
    expect((await backend.claimTier('ann', 'one')).status).toBe(200);
    expect(await refusalOf(await backend.claimTier('ann', 'two'))).toEqual([403, 'denied']);
  });

  it('knows networks where the app is told them, by a hash alone', async () => {
    const guards = guarded({ on: 'accept', per: 'network', count: 1, seconds: 60, outcome: 'deny' });
    const backend = await createInviteBackend(guards, { networkOf });
    expect((await backend.accept('a', 'ann', from('203.0.113.7'))).status).toBe(200);
    expect(await refusalOf(await backend.accept('b', 'ann', from('203.0.113.7')))).toEqual([403, 'denied']);
    expect((await backend.accept('b', 'ann', from('203.0.113.8'))).status).toBe(200);
    const untold = await createInviteBackend(guards);
    for (const friend of ['a', 'b'])
      expect((await untold.accept(friend, 'ann', from('203.0.113.7'))).status).toBe(200);
  });
});

describe('challenge', () => {
  const guards = guarded({ on: 'accept', per: 'inviter', count: 1, seconds: 60, outcome: 'challenge' });
  const solved = (solution: string) => ({ headers: { 'Fanfare-Challenge': solution } });

  it('lets a good solution through, once', async () => {
    const asked: unknown[] = [];
    const backend = await createInviteBackend(guards, {
      verifyChallenge: async (solution, by) => {
        asked.push(by);
        return solution.startsWith('good');
      },
    });
    await backend.accept('a', 'ann');
    expect(await refusalOf(await backend.accept('b', 'ann'))).toEqual([403, 'challenge_required']);
    expect(await refusalOf(await backend.accept('b', 'ann', solved('bad')))).toEqual([
      403,
      'challenge_required',
    ]);
    expect((await backend.accept('b', 'ann', solved('good-1'))).status).toBe(200);
    expect(await refusalOf(await backend.accept('c', 'ann', solved('good-1')))).toEqual([
      403,
      'challenge_required',
    ]);
    expect((await backend.accept('c', 'ann', solved('good-2'))).status).toBe(200);
    expect(asked[0]).toEqual({ activity: 'plain', participant: 'b' });
  });

  it('is not spent where no limit asks for it', async () => {
    const backend = await createInviteBackend(guards, { verifyChallenge: async () => true });
    expect((await backend.accept('a', 'ann', solved('one'))).status).toBe(200);
    expect((await backend.accept('b', 'ann', solved('one'))).status).toBe(200);
  });

  it('refuses when there is nobody to verify, and says so when the verifier is away', async () => {
    const alone = await createInviteBackend(guards);
    await alone.accept('a', 'ann');
    expect(await refusalOf(await alone.accept('b', 'ann', solved('good')))).toEqual([
      403,
      'challenge_required',
    ]);
    const away = await createInviteBackend(guards, {
      verifyChallenge: () => Promise.reject(new Error('down')),
    });
    expect(await refusalOf(await away.accept('a', 'ann', solved('good')))).toEqual([503, 'unavailable']);
  });
});

describe('delay', () => {
  const guards = guarded({ on: 'accept', per: 'inviter', count: 1, seconds: 60, outcome: 'delay' });
  const held = async (backend: Awaited<ReturnType<typeof createInviteBackend>>) =>
    (await (await backend.adminGet('friends')).json()).items;

  it('keeps a friend pending for review; a person decides', async () => {
    const backend = await createInviteBackend(guards);
    for (const friend of ['a', 'b', 'c']) {
      backend.clock.now += 1;
      expect((await backend.accept(friend, 'ann')).status).toBe(200);
    }
    expect(await backend.section('ann')).toMatchObject({
      valid: 1,
      friends: [
        { state: 'pending', reason: 'review' },
        { state: 'pending', reason: 'review' },
        { state: 'valid' },
      ],
    });
    const [b, c] = await held(backend);
    expect(b).toMatchObject({ participant: 'b', inviter: 'ann' });
    expect((await backend.review(b.id, 'approved', undefined, 'friends')).status).toBe(200);
    expect((await backend.review(c.id, 'rejected', undefined, 'friends')).status).toBe(200);
    expect(await backend.section('ann')).toMatchObject({
      valid: 2,
      friends: [{ state: 'refused', reason: 'abuse' }, { state: 'valid' }, {}],
    });
    expect(await held(backend)).toEqual([]);
    expect(await refusalOf(await backend.review(c.id, 'approved', undefined, 'friends'))).toEqual([
      422,
      'invalid',
    ]);
    expect(await refusalOf(await backend.accept('c', 'other'))).toEqual([409, 'invite_repeat']);
  });

  it('does not let a held friend count by the fact before somebody has looked', async () => {
    const [definition] = guards;
    const backend = await createInviteBackend([
      { ...definition!, invite: { ...definition!.invite!, qualify: 'ordered' } },
    ]);
    await backend.bring('ann', 'a', 'b');
    expect((await backend.section('ann')).valid).toBe(1);
    const [b] = await held(backend);
    await backend.review(b.id, 'approved', undefined, 'friends');
    expect((await backend.section('ann')).valid).toBe(2);
    await backend.review(b.id, 'revoked', undefined, 'friends');
    const after = await backend.section('ann');
    expect(after.valid).toBe(1);
    expect(after.friends.map(({ reason }: { reason?: string }) => reason)).toContain('revoked');
  });

  it('asks for everything else to be sent again when the window is over', async () => {
    const backend = await createInviteBackend(
      guarded({ on: 'draw', per: 'participant', count: 1, seconds: 60, outcome: 'delay' }),
    );
    const token = await backend.member('ann');
    await backend.draw(token, '1');
    backend.clock.now += 20_000;
    const response = await backend.draw(token, '2');
    expect(response.headers.get('Retry-After')).toBe('40');
    expect(await refusalOf(response)).toEqual([429, 'rate_limited']);
    backend.clock.now += 40_000;
    expect((await backend.draw(token, '2')).status).toBe(200);
  });
});
