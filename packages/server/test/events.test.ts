// The intake of events: what a page may send, what becomes of each event, and what operators read.
import { capabilities, contracts, problem } from '@fanfare/protocol';
import { describe, expect, it } from 'vitest';
import { correctedTime } from '../src/events/event.examine.js';
import { halfDayBounds } from '../src/events/half-days.js';
import { createBackend, keys, LIVE, signToken } from './backend.js';

const trackKeys = [{ key: 'pk_test', project: 'demo' }];
const at = (ms: number) => new Date(ms).toISOString();
const admin = { token: keys.admin[0]!.key };

const event = (id: string, change: object = {}) => ({
  ...{ id, name: 'lottery.drawn', created_at: at(LIVE - 60_000), pid: 'page-1', seq: 1 },
  ...change,
});
const batch = (events: unknown[], change: object = {}) => ({
  ...{
    key: 'pk_test',
    batch_id: 'b1',
    sent_at: at(LIVE - 10_000),
    context: { activity: 'plain', visitor: 'v' },
  },
  ...change,
  events,
});

async function open(options: Parameters<typeof createBackend>[1] = {}) {
  const backend = await createBackend(undefined, { trackKeys, ...options });
  const post = (body: BodyInit, type: string | null = 'text/plain', query = '') => {
    const request = new Request(`https://api.example/v1/events${query}`, { method: 'POST', body });
    request.headers.delete('Content-Type');
    if (type) request.headers.set('Content-Type', type);
    request.headers.set('Origin', 'https://anybody.example');
    return backend.app.fetch(request);
  };
  return {
    ...backend,
    raw: post,
    send: async (events: unknown[], change: object = {}) => {
      const response = await post(JSON.stringify(batch(events, change)));
      expect(response.status).toBe(200);
      return contracts['track.batch'].output.parse(await response.json()).results;
    },
    stored: (id: string) => backend.store.read((reader) => reader.event('demo', id)),
  };
}

async function gzip(text: string): Promise<ArrayBuffer> {
  return new Response(new Blob([text]).stream().pipeThrough(new CompressionStream('gzip'))).arrayBuffer();
}

describe('a batch', () => {
  it.each(['text/plain', 'text/plain;charset=UTF-8', 'application/json', null])(
    'as %s is taken from any page, without a preflight',
    async (type) => {
      const { raw } = await open();
      const response = await raw(JSON.stringify(batch([event('e1')])), type);
      expect(response.status).toBe(200);
      expect(await response.json()).toEqual({
        batch_id: 'b1',
        results: [{ id: 'e1', status: 'accepted' }],
      });
      expect(response.headers.get('Access-Control-Allow-Origin')).toBe('*');
      expect(response.headers.get('Access-Control-Allow-Credentials')).toBeNull();
      for (const name of ['Retry-After', 'Request-Id', 'Fanfare-Time'])
        expect(response.headers.get('Access-Control-Expose-Headers')).toContain(name);
      expect(response.headers.get('Fanfare-Time')).toBe(String(LIVE));
    },
  );

  it('may be gzipped', async () => {
    const { raw, stored } = await open();
    const response = await raw(await gzip(JSON.stringify(batch([event('e1')]))), 'text/plain', '?enc=gzip');
    expect(response.status).toBe(200);
    expect(await stored('e1')).not.toBeNull();
  });

  it.each([
    ['{"key":', 400, 'malformed'],
    [JSON.stringify(batch([])), 422, 'invalid'],
    [JSON.stringify(batch([event('e1')], { sneaky: 1 })), 422, 'invalid'],
    [JSON.stringify(batch([event('e1')], { sent_at: 'today' })), 422, 'invalid'],
    [JSON.stringify(batch([event('e1')], { key: 'pk_other' })), 401, 'unauthenticated'],
  ])('%s is refused with %i and nothing of it is stored', async (body, status, code) => {
    const { raw, stored } = await open();
    const response = await raw(body);
    expect(response.status).toBe(status);
    expect(problem.parse(await response.json())).toMatchObject({ code, retryable: false });
    expect(response.headers.get('Access-Control-Allow-Origin')).toBe('*');
    expect(await stored('e1')).toBeNull();
  });

  it('of another type or encoding is refused', async () => {
    const { raw } = await open();
    expect((await raw('{}', 'text/html')).status).toBe(415);
    expect((await raw('{}', 'text/plain', '?enc=br')).status).toBe(415);
    expect((await raw('{}', 'text/plain', '?enc=gzip')).status).toBe(400);
  });

  const limits = { max_bytes: 262_144, max_events: 500 };
  it('that is too large is told what one may hold', async () => {
    const { raw } = await open();
    const many = Array.from({ length: 501 }, (_, n) => event(`e${n}`));
    const large = batch([event('e1', { props: { text: 'x'.repeat(262_144) } })]);
    for (const body of [many, large.events]) {
      const response = await raw(JSON.stringify(batch(body)));
      expect(response.status).toBe(413);
      expect(problem.parse(await response.json())).toMatchObject({ code: 'too_large', ...limits });
    }
  });

  it('that is a bomb is inflated no further than the limit', async () => {
    let inflated = 0;
    const { raw } = await open();
    const bomb = await gzip(`{"a":"${'0'.repeat(64 * 1024 * 1024)}"}`);
    expect(bomb.byteLength).toBeLessThan(262_144);
    const { TransformStream: Original } = globalThis;
    const Real = globalThis.DecompressionStream;
    globalThis.DecompressionStream = class {
      readable: ReadableStream;
      writable: WritableStream;
      constructor(format: CompressionFormat) {
        const real = new Real(format);
        const count = new Original<Uint8Array, Uint8Array>({
          transform(part, controller) {
            inflated += part.length;
            controller.enqueue(part);
          },
        });
        this.writable = real.writable;
        this.readable = real.readable.pipeThrough(count);
      }
    } as typeof DecompressionStream;
    try {
      const response = await raw(bomb, 'text/plain', '?enc=gzip');
      expect(response.status).toBe(413);
      expect(await response.json()).toMatchObject(limits);
    } finally {
      globalThis.DecompressionStream = Real;
    }
    expect(inflated).toBeGreaterThan(1_048_576);
    expect(inflated).toBeLessThan(3 * 1_048_576);
  });

  it('is tried again when the store is away', async () => {
    const { raw, store } = await open();
    store.transaction = () => Promise.reject(new (class extends Error {})('away'));
    const response = await raw(JSON.stringify(batch([event('e1')])));
    expect(response.status).toBe(500);
    expect((await response.json()).retryable).toBe(true);
    expect(response.headers.get('Retry-After')).toBe('1');
  });
});

describe('each event', () => {
  it('is accepted once, a duplicate afterwards, or rejected alone', async () => {
    const { send } = await open();
    expect(
      await send([
        event('e1'),
        event('e1'),
        event('e2', { seq: -1 }),
        event('e3', { props: { text: '字'.repeat(6000) } }),
        event('e4', { created_at: 'yesterday' }),
        event('bad id'),
        'no event',
        event('e5'),
      ]),
    ).toEqual([
      { id: 'e1', status: 'accepted' },
      { id: 'e1', status: 'duplicate' },
      { id: 'e2', status: 'rejected', code: 'invalid' },
      { id: 'e3', status: 'rejected', code: 'too_large' },
      { id: 'e4', status: 'rejected', code: 'invalid' },
      { id: 'bad id', status: 'rejected', code: 'invalid' },
      { id: '', status: 'rejected', code: 'invalid' },
      { id: 'e5', status: 'accepted' },
    ]);
    expect(await send([event('e5'), event('e6')])).toEqual([
      { id: 'e5', status: 'duplicate' },
      { id: 'e6', status: 'accepted' },
    ]);
  });

  it('nested too deeply is rejected and spoils no other', async () => {
    const { raw } = await open();
    const deep = `${'['.repeat(100_000)}${']'.repeat(100_000)}`;
    const text = JSON.stringify(batch([event('e1', { props: { deep: 'HERE' } }), event('e2')]));
    const response = await raw(text.replace('"HERE"', deep));
    expect((await response.json()).results).toEqual([
      { id: 'e1', status: 'rejected', code: 'invalid' },
      { id: 'e2', status: 'accepted' },
    ]);
  });

  it('happened when the server says, never after it came', async () => {
    const { send, stored } = await open();
    const skew = -3 * 86_400_000;
    await send([event('e1', { created_at: at(LIVE + skew - 60_000) })], { sent_at: at(LIVE + skew) });
    expect(await stored('e1')).toMatchObject({ at: LIVE - 60_000, received_at: LIVE });
    await send([event('e2', { created_at: at(LIVE + 1) })], { sent_at: at(LIVE) });
    expect((await stored('e2'))?.at).toBe(LIVE);
    expect(correctedTime(100, 50, 20)).toBe(70);
  });

  it('has the context of the batch with its own differences', async () => {
    const { send, stored } = await open();
    await send([
      event('e1', { context: { activity: 'other', visitor: null, channel: 'moments' } }),
      event('e2'),
    ]);
    expect(await stored('e1')).toMatchObject({
      ...{ activity: 'other', visitor: null, channel: 'moments' },
      context: '{"activity":"other","channel":"moments"}',
    });
    expect(await stored('e2')).toMatchObject({ activity: 'plain', visitor: 'v', channel: null });
  });

  it('reaches no prototype', async () => {
    const { raw, stored } = await open();
    const props = '{"a":{"__proto__":{"polluted":1}},"constructor":{"prototype":{"polluted":1}},"n":1}';
    const text = JSON.stringify(batch([event('e1', { props: 'HERE', context: 'THERE' })]));
    const body = text.replace('"HERE"', props).replace('"THERE"', '{"__proto__":{"polluted":1},"x":1}');
    expect((await (await raw(body)).json()).results[0].status).toBe('accepted');
    expect(Reflect.get({}, 'polluted')).toBeUndefined();
    expect(await stored('e1')).toMatchObject({
      props: '{"a":{},"n":1}',
      context: '{"activity":"plain","visitor":"v","x":1}',
    });
  });

  it.each([
    ['13800138000', '[phone]'],
    [13_800_138_000, '[phone]'],
    ['+86 138-0013-8000', '[phone]'],
    ['8613800138000,13900139000', '[phone],[phone]'],
    ['电话13800138000。', '电话[phone]。'],
    [{ 19912345678: ['008619912345678'] }, { '[phone]': ['[phone]'] }],
    ['2026138001380001', '2026138001380001'],
    [1_798_884_000_000, 1_798_884_000_000],
    ['12345678901', '12345678901'],
    ['a\0b\ud800', 'ab\ufffd'],
  ])('%j is stored as %j', async (value, kept) => {
    const { send, stored } = await open();
    await send([event('e1', { props: { value } })]);
    expect(JSON.parse((await stored('e1'))!.props!)).toEqual({ value: kept });
  });

  it('that breaks the plan is accepted and kept apart; one that was only masked is not', async () => {
    const { send, stored } = await open();
    const results = await send([
      event('e1', { invalid: ['props.colour'] }),
      event('e2', { invalid: ['props: phone'] }),
    ]);
    expect(results.map(({ status }) => status)).toEqual(['accepted', 'accepted']);
    expect(await stored('e1')).toMatchObject({ quarantined: true, invalid: '["props.colour"]' });
    expect(await stored('e2')).toMatchObject({ quarantined: false });
  });
});

describe('the participant', () => {
  const claims = (change: object = {}) => ({ sub: 'ann', aud: 'demo', exp: LIVE / 1000 + 3600, ...change });

  it('is the verified one', async () => {
    const { send, stored, guest } = await open();
    await send([event('e1', { context: { participant: 'eve' } })], { token: await signToken(claims()) });
    expect((await stored('e1'))?.participant).toBe('ann');
    const session = await guest();
    await send([event('e2'), event('e3', { context: { activity: 'other' } })], { token: session.token });
    expect((await stored('e2'))?.participant).toMatch(/^guest_/);
    expect((await stored('e3'))?.participant).toBeNull();
  });

  it.each([
    ['expired', { exp: LIVE / 1000 - 1 }, undefined],
    ['of another project', { aud: 'other' }, undefined],
    ['signed by somebody else', {}, 'another-secret-of-the-test-project-01234'],
  ])('is nobody with a token that is %s, and the events stay', async (_, change, secret) => {
    const { send, stored } = await open();
    const [result] = await send([event('e1')], { token: await signToken(claims(change), secret) });
    expect(result?.status).toBe('accepted');
    expect((await stored('e1'))?.participant).toBeNull();
  });
});

describe('keys', () => {
  it('name projects; the demo key is there in development only', async () => {
    const { raw, store } = await open({ dev: true });
    expect((await raw(JSON.stringify(batch([event('e1')], { key: 'pk_demo' })))).status).toBe(200);
    expect(await store.read((reader) => reader.event('demo', 'e1'))).not.toBeNull();
    const { raw: live } = await open();
    expect((await live(JSON.stringify(batch([event('e1')], { key: 'pk_demo' })))).status).toBe(401);
  });

  it('are of one project each', async () => {
    const twice = [...trackKeys, { key: 'pk_test', project: 'other' }];
    await expect(open({ trackKeys: twice })).rejects.toThrow('"trackKeys" expected a key of one project');
  });

  it('and limits stand in the capabilities', async () => {
    const { get } = await open();
    const { features, limits } = capabilities.parse(await (await get('/v1')).json());
    expect(features).toContain('track');
    expect(limits).toEqual({ body_bytes: 65_536, batch_events: 500, batch_bytes: 262_144 });
  });
});

describe('operators', () => {
  it('read holes with the drops of the same device set against them', async () => {
    const { send, get } = await open();
    await send([
      event('a1'),
      event('a5', { seq: 5 }),
      event('a6', { seq: 6, name: '$dropped', props: { reason: 'overflow', count: 2, from: 1, to: 2 } }),
      event('b3', { pid: 'page-2', seq: 3, context: { visitor: 'w' } }),
      event('c1', { pid: 'page-3' }),
    ]);
    const response = await get('/v1/admin/events/gaps?project=demo', admin);
    expect(contracts['admin.events.gaps'].output.parse(await response.json())).toEqual({
      ...{ pages: 3, events: 5, missing: 5, dropped: 2, dropped_by_reason: { overflow: 2 }, unexplained: 3 },
      gaps: [
        { pid: 'page-1', visitor: 'v', missing: 3, holes: [{ from: 2, to: 4 }] },
        { pid: 'page-2', visitor: 'w', missing: 2, holes: [{ from: 1, to: 2 }] },
      ],
      is_complete: true,
    });
  });

  it('read counts by half-day of their zone, name and channel', async () => {
    const { send, get } = await open();
    const sent = { sent_at: at(LIVE) };
    await send(
      [
        event('a', { created_at: '2027-01-02T11:59:59+08:00' }),
        event('b', { created_at: '2027-01-02T12:00:00+08:00', context: { channel: 'moments' } }),
        event('c', { created_at: '2027-01-02T12:00:01+08:00', context: { channel: 'moments' } }),
        event('d', { created_at: '2027-01-02T12:00:01+08:00', invalid: ['name'] }),
      ],
      sent,
    );
    const ask = (query: string) =>
      get(`/v1/admin/events/counts?project=demo&zone=Asia/Shanghai${query}`, admin);
    const answer = contracts['admin.events.counts'].output.parse(await (await ask('')).json());
    const morning = { from: '2027-01-01T16:00:00.000Z', to: '2027-01-02T04:00:00.000Z' };
    const evening = { from: '2027-01-02T04:00:00.000Z', to: '2027-01-02T16:00:00.000Z' };
    const drawn = { name: 'lottery.drawn', channel: null, quarantined: 0 };
    expect(answer).toEqual({
      zone: 'Asia/Shanghai',
      items: [
        { ...morning, ...drawn, count: 1 },
        { ...evening, ...drawn, count: 0, quarantined: 1 },
        { ...evening, ...drawn, channel: 'moments', count: 2 },
      ],
    });
    expect((await (await ask('&activity=other')).json()).items).toEqual([]);
  });

  it.each([
    ['gaps?project=demo', {}, 401],
    ['gaps', admin, 422],
    ['gaps?project=demo&from=x', admin, 422],
    ['gaps?project=demo&from=2026-01-01T00:00:00Z', admin, 422],
    ['counts?project=demo&zone=Mars/Olympus', admin, 422],
    ['counts?project=demo&from=2027-01-03T00:00:00Z&to=2027-01-02T00:00:00Z', admin, 422],
  ])('are refused %s', async (path, call, status) => {
    const { get } = await open();
    expect((await get(`/v1/admin/events/${path}`, call)).status).toBe(status);
  });

  it('read their own project only', async () => {
    const own = { ...keys, admin: [{ key: 'admin-key-0123456789', project: 'other' }] };
    const { get } = await open({ keys: own });
    expect((await get('/v1/admin/events/gaps?project=demo', admin)).status).toBe(403);
  });
});

describe('half-days', () => {
  it('hold through a change of clocks', () => {
    const bounds = halfDayBounds(
      'Europe/Berlin',
      Date.parse('2027-03-28T13:00:00+02:00'),
      Date.parse('2027-03-29T01:00:00+02:00'),
    );
    expect(bounds.map(at)).toEqual([
      '2027-03-28T10:00:00.000Z',
      '2027-03-28T22:00:00.000Z',
      '2027-03-29T10:00:00.000Z',
    ]);
    const night = halfDayBounds(
      'Europe/Berlin',
      Date.parse('2027-03-28T01:00:00+01:00'),
      Date.parse('2027-03-28T12:00:00+02:00'),
    );
    expect(night.map(at)).toEqual(['2027-03-27T23:00:00.000Z', '2027-03-28T10:00:00.000Z']);
  });
});
