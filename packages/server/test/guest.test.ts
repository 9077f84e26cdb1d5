// Guests: from nothing, back again by secret, and into a member, once.
import { contracts } from '@fanfare/protocol';
import { describe, expect, it } from 'vitest';
import { createBackend, LIVE, plain } from './backend.js';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

describe('a new guest', () => {
  it('gets a token for an hour, a secret once, and me in the same answer', async () => {
    const backend = await createBackend();
    const response = await backend.post('/v1/activities/plain/guests', { body: {} });
    const session = await response.json();
    expect(contracts['guest.create'].output.parse(session)).toEqual(session);
    expect(session.secret).toMatch(/^[\w-]{43}$/);
    expect(session.expires_at).toBe(new Date(LIVE + HOUR).toISOString());
    expect(session).toMatchObject({ linked: false, me: { participant: { kind: 'guest' } } });
    expect(session.me.sections.chances).toMatchObject({ left: 4, granted: 4, used: 0 });
    expect(await backend.me(session.token)).toEqual(session.me);
  });

  it('needs no body and no content type', async () => {
    const backend = await createBackend();
    expect((await backend.post('/v1/activities/plain/guests')).status).toBe(200);
  });

  it('is stored with its secret hashed', async () => {
    const backend = await createBackend();
    const { secret, me } = await backend.guest();
    const stored = await backend.store.read((reader) =>
      reader.participant({ activity: 'plain', participant: me.participant.id }),
    );
    expect(stored?.secret_hash).toMatch(/^[0-9a-f]{64}$/);
    expect(JSON.stringify(stored)).not.toContain(secret);
  });

  it('has a token that ends, and that is no good in another activity', async () => {
    const backend = await createBackend([plain, { ...plain, id: 'other' }]);
    const { token } = await backend.guest();
    expect((await backend.get('/v1/activities/other/me', { token })).status).toBe(401);
    backend.clock.now += HOUR;
    const response = await backend.get('/v1/activities/plain/me', { token });
    expect([response.status, (await response.json()).code]).toEqual([401, 'token_expired']);
  });
});

describe('a returning guest', () => {
  it('is the same one, with what it had', async () => {
    const backend = await createBackend();
    const first = await backend.guest();
    await backend.draw(first.token, 'k');
    backend.clock.now += HOUR;
    const again = await backend.guest({ secret: first.secret });
    expect(again.me.participant).toEqual(first.me.participant);
    expect(again.me.sections.chances).toMatchObject({ left: 3, used: 1 });
    expect(again.me.sections.invite.code).toBe(first.me.sections.invite.code);
    expect(again.secret).toBeUndefined();
    expect((await backend.draw(again.token, 'k2')).status).toBe(200);
  });

  it('is a new guest when nobody knows the secret', async () => {
    const backend = await createBackend();
    const session = await backend.guest({ secret: 'lost' });
    expect(session.secret).toMatch(/^[\w-]{43}$/);
  });
});

describe('the policy', () => {
  it('view: may look, may not draw', async () => {
    const backend = await createBackend([{ ...plain, guests: 'view' }]);
    const { token, me } = await backend.guest();
    expect(await backend.me(token)).toEqual(me);
    const response = await backend.draw(token, 'k');
    expect([response.status, (await response.json()).code]).toEqual([403, 'guest_forbidden']);
  });

  it('none: there are no guests, and those of before are strangers', async () => {
    const backend = await createBackend();
    const { token, secret } = await backend.guest();
    const { guests: _, ...closed } = plain;
    await backend.send('PUT', '/v1/admin/activities/plain', {
      token: 'admin-key-0123456789',
      headers: { 'If-Match': '"1"' },
      body: closed,
    });
    for (const body of [{}, { secret }]) {
      const response = await backend.post('/v1/activities/plain/guests', { body });
      expect([response.status, (await response.json()).code]).toEqual([403, 'guest_forbidden']);
    }
    expect((await backend.get('/v1/activities/plain/me', { token })).status).toBe(401);
    expect((await backend.guest({}, await backend.member('ming'))).me.participant.id).toBe('ming');
  });
});

describe('signing in', () => {
  it('links once: rewards move, chances are the union less what was used', async () => {
    const backend = await createBackend();
    const guest = await backend.guest();
    for (const key of ['1', '2', '3']) await backend.draw(guest.token, key);
    await backend.fact({ id: 'f1', participant: guest.me.participant.id, name: 'watched' });
    const asGuest = await backend.me(guest.token);
    expect(asGuest.sections.chances).toMatchObject({ granted: 6, used: 3, left: 3 });

    const token = await backend.member('ming', { name: '王小明' });
    await backend.me(token);
    await backend.draw(token, '4');
    const before = await backend.me(token);
    const linked = await backend.guest({ secret: guest.secret }, token);
    expect(contracts['guest.create'].output.parse(linked)).toEqual(linked);
    expect(linked).toMatchObject({ linked: true, me: { participant: { id: 'ming', name: '王小明' } } });
    expect(linked.token).toBeUndefined();
    expect(linked.secret).toBeUndefined();
    // joined 3 + day 1 on both sides count once; the fact's 2 come along; 3 + 1 draws were made.
    expect(linked.me.sections.chances).toMatchObject({ granted: 6, used: 4, left: 2 });
    expect(linked.me.sections.rewards.items.length).toBe(
      asGuest.sections.rewards.items.length + before.sections.rewards.items.length,
    );
    for (const name of ['chances', 'rewards', 'invite'])
      expect(linked.me.sections[name].revision).toBeGreaterThan(
        Math.max(asGuest.sections[name].revision, before.sections[name].revision),
      );

    const again = await backend.guest({ secret: guest.secret }, token);
    expect(again).toEqual({ ...linked, linked: false });
    expect(await backend.me(token)).toEqual(linked.me);
  });

  it('merges once when two tabs sign in at the same time', async () => {
    const backend = await createBackend();
    const guest = await backend.guest();
    await backend.draw(guest.token, '1');
    const token = await backend.member('ming');
    const both = await Promise.all([0, 1].map(() => backend.guest({ secret: guest.secret }, token)));
    expect(both.map((one) => one.linked).sort()).toEqual([false, true]);
    expect((await backend.me(token)).sections.chances).toMatchObject({ granted: 4, used: 1 });
  });

  it('never doubles chances, however many guests a member was before', async () => {
    const backend = await createBackend();
    const token = await backend.member('ming');
    for (let times = 0; times < 4; times++) {
      const guest = await backend.guest();
      for (const key of ['1', '2', '3', '4']) await backend.draw(guest.token, key);
      expect((await backend.guest({ secret: guest.secret }, token)).linked).toBe(true);
    }
    expect((await backend.me(token)).sections.chances).toMatchObject({ granted: 4, used: 16, left: 0 });
    backend.clock.now += DAY;
    const tomorrow = await backend.member('ming');
    expect((await backend.me(tomorrow)).sections.chances).toMatchObject({ granted: 5, left: 0 });
  });

  it('keeps the limits of rules over both sides', async () => {
    const backend = await createBackend();
    const guest = await backend.guest();
    const token = await backend.member('ming');
    for (const [day, participant] of [guest.me.participant.id, 'ming', 'ming'].entries()) {
      backend.clock.now = LIVE + day * DAY;
      await backend.fact({ id: `f${day}`, participant, name: 'watched' });
    }
    backend.clock.now = LIVE;
    const linked = await backend.guest({ secret: guest.secret }, token);
    // `watched` has a total of 2 grants: the member had both.
    expect(linked.me.sections.chances.granted).toBe(4 + 2 * 2);
  });

  it('repeats a draw of the guest for the member who retries it', async () => {
    const backend = await createBackend();
    const guest = await backend.guest();
    const first = await (await backend.draw(guest.token, 'lost')).text();
    const token = await backend.member('ming');
    await backend.guest({ secret: guest.secret }, token);
    const retried = await backend.draw(token, 'lost');
    expect(retried.headers.get('Idempotency-Replayed')).toBe('true');
    expect(await retried.text()).toBe(first);
    expect((await backend.me(token)).sections.chances.used).toBe(1);
  });

  it('leaves the guest with nothing to draw with, on this day and the next', async () => {
    const backend = await createBackend();
    const guest = await backend.guest();
    await backend.guest({ secret: guest.secret }, await backend.member('ming'));
    backend.clock.now += DAY;
    const back = await backend.guest({ secret: guest.secret });
    expect(back.me.sections.chances).toMatchObject({ granted: 0, left: 0 });
    expect((await (await backend.draw(back.token, 'k')).json()).code).toBe('no_chances');
  });

  it('does not give a linked guest to somebody else', async () => {
    const backend = await createBackend();
    const guest = await backend.guest();
    await backend.guest({ secret: guest.secret }, await backend.member('ming'));
    const other = await backend.guest({ secret: guest.secret }, await backend.member('hong'));
    expect(other).toMatchObject({ linked: false, me: { participant: { id: 'hong' } } });
  });

  it("sends a linked guest's late facts to the member", async () => {
    const backend = await createBackend();
    const guest = await backend.guest();
    const token = await backend.member('ming');
    await backend.guest({ secret: guest.secret }, token);
    await backend.fact({ id: 'f', participant: guest.me.participant.id, name: 'watched' });
    expect((await backend.me(token)).sections.chances.granted).toBe(6);
  });
});
