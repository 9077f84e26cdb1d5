// Development aids: there only when asked for.
import { describe, expect, it } from 'vitest';
import { createBackend, LIVE, plain } from './backend.js';

const HOUR = 3_600_000;
const dev = () => createBackend([{ ...plain, lottery: { ...plain.lottery, codes: true } }], { dev: true });

describe('without dev', () => {
  it.each(['token', 'clock', 'codes'])('/v1/dev/%s is not there', async (name) => {
    const backend = await createBackend();
    expect((await backend.post(`/v1/dev/${name}`, { body: {} })).status).toBe(404);
  });
});

describe('the token', () => {
  it('is one as the host signs it', async () => {
    const backend = await dev();
    const { token, expires_at } = await (
      await backend.post('/v1/dev/token', { body: { activity: 'plain', sub: 'ming', name: '王小明' } })
    ).json();
    expect(expires_at).toBe(new Date(LIVE + HOUR).toISOString());
    expect((await backend.me(token)).participant).toEqual({
      id: 'ming',
      kind: 'member',
      name: '王小明',
      salt: expect.stringMatching(/^[0-9a-f]{32}$/),
    });
  });

  it('needs an activity and a sub', async () => {
    const backend = await dev();
    const post = async (body: object) => (await backend.post('/v1/dev/token', { body })).status;
    expect([
      await post({}),
      await post({ activity: 'plain' }),
      await post({ activity: 'none', sub: 'x' }),
    ]).toEqual([422, 422, 404]);
    expect(await post({ activity: 'plain', sub: 'x', admin: true })).toBe(422);
  });
});

describe('the clock', () => {
  it('moves the whole app and goes on ticking', async () => {
    const backend = await dev();
    const move = async (body: object) => (await backend.post('/v1/dev/clock', { body })).json();
    const code = async (key: string) => {
      const { token } = await (
        await backend.post('/v1/dev/token', { body: { activity: 'plain', sub: 'ming' } })
      ).json();
      return (await (await backend.draw(token, key)).json()).code;
    };
    expect(await move({ now: '2026-12-31T23:59:00+08:00' })).toEqual({
      now: '2026-12-31T15:59:00.000Z',
      offset_ms: Date.parse('2026-12-31T15:59:00Z') - LIVE,
    });
    expect(await code('1')).toBe('not_started');
    backend.clock.now += 60_000;
    expect(await (await backend.get('/v1/time')).json()).toEqual({ now: Date.parse('2026-12-31T16:00:00Z') });
    expect(await code('2')).toBeUndefined();
    await move({ now: '2027-01-08T00:00:00+08:00' });
    expect(await code('3')).toBe('ended');
    expect(await move({ offset_ms: 0 })).toEqual({
      now: new Date(backend.clock.now).toISOString(),
      offset_ms: 0,
    });
    expect(await (await backend.get('/v1/dev/clock')).json()).toMatchObject({ offset_ms: 0 });
    for (const body of [{}, { now: 'tomorrow' }, { offset_ms: 'x' }, { offset_ms: 1.5 }])
      expect((await backend.post('/v1/dev/clock', { body })).status).toBe(422);
  });

  it('keeps tokens good when it is turned back', async () => {
    const backend = await dev();
    const { token } = await (
      await backend.post('/v1/dev/token', { body: { activity: 'plain', sub: 'ming' } })
    ).json();
    const guest = await backend.guest();
    await backend.post('/v1/dev/clock', { body: { now: '2026-12-30T00:00:00+08:00' } });
    for (const one of [token, guest.token])
      expect((await backend.get('/v1/activities/plain/me', { token: one })).status).toBe(200);
  });
});

describe('codes', () => {
  it('open draws: made up, or of one’s own', async () => {
    const backend = await dev();
    const add = async (body: object) =>
      (await backend.post('/v1/dev/codes', { body: { activity: 'plain', ...body } })).json();
    expect(await add({ codes: ['parcel-1', 'PARCEL-1', 'parcel-2'] })).toEqual({
      codes: ['PARCEL-1', 'PARCEL-1', 'PARCEL-2'],
      added: 2,
    });
    const { codes } = await add({ count: 3 });
    expect(new Set(codes).size).toBe(3);
    const token = await backend.member('ming');
    for (const code of ['PARCEL-2', ...codes])
      expect((await backend.draw(token, code, 'plain', { code })).status).toBe(200);
    for (const body of [{ count: 0 }, { count: 1001 }, { codes: [7] }, { codes: 'A' }])
      expect((await backend.post('/v1/dev/codes', { body: { activity: 'plain', ...body } })).status).toBe(
        422,
      );
  });
});

it('lets pages on loopback act, and no other', async () => {
  const backend = await dev();
  const allowed = async (origin: string, path = '/v1/dev/clock') =>
    (await backend.get(path, { headers: { Origin: origin } })).headers.get('Access-Control-Allow-Origin');
  for (const origin of ['http://localhost:5173', 'http://127.0.0.1:4000', 'https://localhost']) {
    expect(await allowed(origin)).toBe(origin);
    expect(await allowed(origin, '/v1/activities/plain/me')).toBe(origin);
  }
  for (const origin of ['http://localhost.evil', 'http://evil', 'null'])
    expect(await allowed(origin)).toBeNull();
});
