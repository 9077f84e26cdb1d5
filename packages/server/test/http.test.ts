// What every answer keeps to: errors, time, CORS, bodies, methods, logs.
import { codes, problem, routes } from '@fanfare/protocol';
import { describe, expect, it } from 'vitest';
import { type LogEntry, StoreUnavailable } from '../src/index.js';
import { memoryStore } from '../src/memory/index.js';
import { createBackend, keys, LIVE, plain } from './backend.js';

const DRAWS = '/v1/activities/plain/draws';
const page = { Origin: 'https://plain.example' };

describe('errors', () => {
  it('are problem documents with a stable code, a request id and no-store', async () => {
    const backend = await createBackend();
    const response = await backend.get('/v1/activities/nothing');
    expect(response.headers.get('Content-Type')).toBe('application/problem+json');
    expect(response.headers.get('Cache-Control')).toBe('no-store');
    const body = await response.json();
    expect(problem.parse(body)).toEqual(body);
    expect(body).toMatchObject({
      type: 'urn:fanfare:problem:activity_not_found',
      status: 404,
      code: 'activity_not_found',
      title: codes.activity_not_found.title,
      retryable: false,
      request_id: response.headers.get('Request-Id'),
    });
  });

  it.each(['/', '/v2', '/v1/nothing', '/v1/activities', '/v1/activities/plain/nothing', '/v1/dev/clock'])(
    '%s answers 404 not_found',
    async (path) => {
      const backend = await createBackend();
      for (const method of ['GET', 'POST']) {
        const response = await backend.send(method, path);
        expect([response.status, (await response.json()).code]).toEqual([404, 'not_found']);
      }
    },
  );

  it.each(['%00', 'UPPER', '..%2f', 'a%ZZ', 'x'.repeat(65), '%F0%9F%8E%89'])(
    'an impossible id %s is no activity',
    async (id) => {
      const backend = await createBackend();
      const response = await backend.get(`/v1/activities/${id}`);
      expect([response.status, (await response.json()).code]).toEqual([404, 'activity_not_found']);
    },
  );

  it('names the methods of an address that does not take one', async () => {
    const backend = await createBackend();
    const response = await backend.get(DRAWS);
    expect([response.status, (await response.json()).code]).toEqual([405, 'method_not_allowed']);
    expect(response.headers.get('Allow')).toBe('POST, OPTIONS');
    expect((await backend.send('DELETE', '/v1/admin/activities/plain')).headers.get('Allow')).toBe(
      'GET, PUT, OPTIONS',
    );
  });

  it('answers HEAD like GET, without a body', async () => {
    const backend = await createBackend();
    const response = await backend.send('HEAD', '/v1/activities/plain');
    expect([response.status, await response.text()]).toEqual([200, '']);
    expect(response.headers.get('ETag')).toMatch(/^"/);
  });

  it('answers 503 with Retry-After while the store is away, and 500 without a word of what failed', async () => {
    const inner = memoryStore();
    let failure: Error | null = null;
    const fail = <T>(work: () => Promise<T>) => (failure ? Promise.reject(failure) : work());
    const logs: LogEntry[] = [];
    const backend = await createBackend([plain], {
      store: { ...inner, ready: () => fail(inner.ready), read: (work) => fail(() => inner.read(work)) },
      logger: (entry) => logs.push(entry),
    });
    expect((await backend.get('/readyz')).status).toBe(200);
    failure = new StoreUnavailable('connect ECONNREFUSED');
    for (const path of ['/readyz', '/v1/activities/plain']) {
      const response = await backend.get(path);
      expect(response.headers.get('Retry-After')).toBe('1');
      expect(await response.json()).toMatchObject({ status: 503, code: 'unavailable', retryable: true });
    }
    expect((await backend.get('/healthz')).status).toBe(200);
    failure = new Error('secret of the database');
    const response = await backend.get('/v1/activities/plain');
    const text = await response.text();
    expect(JSON.parse(text)).toMatchObject({ status: 500, code: 'internal', retryable: true });
    expect(text).not.toContain('secret');
    expect(logs.at(-1)).toMatchObject({ level: 'error', status: 500, code: 'internal' });
    expect(logs.at(-1)?.error).toContain('secret of the database');
  });
});

describe('bodies', () => {
  const send = async (body: BodyInit, type = 'application/json') => {
    const backend = await createBackend();
    const request = new Request(`https://api.example${DRAWS}`, {
      method: 'POST',
      headers: {
        Authorization: `Bearer ${await backend.member('ming')}`,
        'Idempotency-Key': 'k',
        'Content-Type': type,
      },
      body,
    });
    const response = await backend.app.fetch(request);
    return { status: response.status, ...(await response.json()) };
  };

  it.each([['{"client_seed":'], ['nonsense'], ['{"client_seed":"\\u0000"}'], ['{"client_seed":"a",}']])(
    'refuses what is not JSON: %s',
    async (body) => {
      expect(await send(body)).toMatchObject({ status: 400, code: 'malformed' });
    },
  );

  it('refuses bytes that are no UTF-8', async () => {
    expect(await send(new Uint8Array([0x22, 0xff, 0x22]))).toMatchObject({ status: 400, code: 'malformed' });
  });

  it.each([
    'text/plain',
    'application/x-www-form-urlencoded',
    'application/jsonp',
    'text/json; x=application/json',
  ])('refuses the type %s', async (type) => {
    expect(await send('{"client_seed":"a"}', type)).toMatchObject({
      status: 415,
      code: 'unsupported_media_type',
    });
  });

  it('takes a charset and a +json type', async () => {
    for (const type of ['application/json; charset=utf-8', 'Application/JSON', 'application/vnd.x+json'])
      expect((await send('{"client_seed":"a"}', type)).status).toBe(200);
  });

  it('refuses more bytes than allowed, announced or not', async () => {
    const long = JSON.stringify({ client_seed: 'a', code: 'x'.repeat(70_000) });
    expect(await send(long)).toMatchObject({ status: 413, code: 'too_large' });
    const stream = new ReadableStream({
      pull(controller) {
        controller.enqueue(new Uint8Array(10_000).fill(0x20));
      },
    });
    const backend = await createBackend();
    const response = await backend.app.fetch(
      new Request(`https://api.example/v1/activities/plain/guests`, {
        method: 'POST',
        headers: { 'Content-Type': 'application/json' },
        body: stream,
        duplex: 'half',
      } as RequestInit),
    );
    expect(response.status).toBe(413);
  });

  it('reads bodies where a request has no stream, as in some browsers', async () => {
    const backend = await createBackend();
    const send = (length: number) => {
      const request = new Request('https://api.example/v1/activities/plain/guests', {
        method: 'POST',
        headers: { 'Content-Type': 'application/json' },
        body: JSON.stringify({ secret: 'x'.repeat(length) }),
      });
      Object.defineProperty(request, 'body', { value: undefined });
      return backend.app.fetch(request);
    };
    expect([(await send(9)).status, (await send(129)).status, (await send(70_000)).status]).toEqual([
      200, 422, 413,
    ]);
  });

  it('refuses fields that are unknown, missing or wrong, and names each', async () => {
    const { status, code, errors } = await send('{"client_seed":"","prize":"phone","__proto__":{"a":1}}');
    expect([status, code]).toEqual([422, 'invalid']);
    expect(errors.map((error: { pointer: string }) => error.pointer).sort()).toEqual([
      '/__proto__',
      '/client_seed',
      '/prize',
    ]);
    for (const body of ['{}', 'null', '[]', '"x"', '7'])
      expect(await send(body)).toMatchObject({ status: 422, code: 'invalid' });
  });
});

describe('time', () => {
  it('is stamped on every no-store answer and on no other', async () => {
    const backend = await createBackend();
    const token = await backend.member('ming');
    const answers = [
      await backend.get('/v1/time'),
      await backend.get('/healthz'),
      await backend.draw(token, 'k'),
      await backend.draw(token, ''),
      await backend.get('/v1/nothing'),
      await backend.get(DRAWS),
      await backend.post('/v1/activities/plain/guests', { body: {} }),
      await backend.fact({ id: 'f', participant: 'ming', name: 'x' }),
      await backend.get('/v1/admin/activities/plain', { token: keys.admin[0]!.key }),
      await backend.get('/v1'),
      await backend.get('/v1/activities/plain'),
      await backend.get('/v1/activities/plain?version=1'),
      await backend.get('/v1/activities/plain/live'),
      await backend.get('/v1/activities/plain/me', { token }),
    ];
    for (const { url, headers } of answers) {
      const isKept = headers.get('Cache-Control') !== 'no-store';
      expect(headers.get('Fanfare-Time'), url).toBe(isKept ? null : String(LIVE));
    }
    expect(answers.filter(({ headers }) => headers.has('Fanfare-Time'))).toHaveLength(9);
    expect(await answers[0]!.json()).toEqual({ now: LIVE });
  });

  it('is read after the work, not before', async () => {
    const inner = memoryStore();
    let now = LIVE;
    const backend = await createBackend([plain], {
      clock: () => now,
      store: {
        ...inner,
        transaction: async (work) => {
          const result = await inner.transaction(work);
          now = LIVE + 1500;
          return result;
        },
      },
    });
    now = LIVE;
    const response = await backend.draw(await backend.member('ming'), 'k');
    expect((await response.clone().json()).draw.at).toBe(new Date(LIVE).toISOString());
    expect(response.headers.get('Fanfare-Time')).toBe(String(LIVE + 1500));
  });
});

describe('CORS', () => {
  it('lets any page read what is public', async () => {
    const backend = await createBackend();
    for (const path of [
      '/v1',
      '/v1/time',
      '/v1/activities/plain',
      '/v1/activities/plain/live',
      '/v1/activities/none',
    ]) {
      const { headers } = await backend.get(path, { headers: { Origin: 'https://anywhere.example' } });
      expect(headers.get('Access-Control-Allow-Origin'), path).toBe('*');
      expect(headers.get('Access-Control-Expose-Headers')).toBe(
        'Fanfare-Time, ETag, Idempotency-Replayed, Retry-After, Request-Id, Traceparent',
      );
    }
  });

  it('lets exact origins act, those of the definition and of the app, and nobody else', async () => {
    const backend = await createBackend([plain], { origins: ['https://studio.example'] });
    const token = await backend.member('ming');
    const allowed = async (origin: string) => {
      const { headers } = await backend.get('/v1/activities/plain/me', {
        token,
        headers: { Origin: origin },
      });
      expect(headers.get('Vary')).toBe('Origin');
      expect(headers.has('Access-Control-Allow-Credentials')).toBe(false);
      return headers.get('Access-Control-Allow-Origin');
    };
    for (const origin of ['https://plain.example', 'https://studio.example'])
      expect(await allowed(origin)).toBe(origin);
    for (const origin of [
      'https://plain.example.evil',
      'http://plain.example',
      'https://x.plain.example',
      'null',
      'http://localhost:5173',
      'https://plain.example:8443',
    ])
      expect(await allowed(origin), origin).toBeNull();
    expect((await backend.get('/v1/activities/plain/me', { token })).headers.get('Vary')).toBe('Origin');
  });

  it('lets an allowed page read errors too', async () => {
    const backend = await createBackend();
    const response = await backend.post(DRAWS, { headers: page });
    expect(response.status).toBe(401);
    expect(response.headers.get('Access-Control-Allow-Origin')).toBe(page.Origin);
  });

  it('answers preflights, for two hours', async () => {
    const backend = await createBackend();
    const ask = (path: string, origin: string, method: string) =>
      backend.send('OPTIONS', path, { headers: { Origin: origin, 'Access-Control-Request-Method': method } });
    const { status, headers } = await ask(DRAWS, page.Origin, 'POST');
    expect([status, headers.get('Access-Control-Allow-Origin')]).toEqual([204, page.Origin]);
    expect(headers.get('Access-Control-Allow-Methods')).toBe('POST');
    expect(headers.get('Access-Control-Allow-Headers')).toBe(
      'Authorization, Content-Type, Fanfare-Challenge, Idempotency-Key, If-Match, If-None-Match, Traceparent',
    );
    expect(headers.get('Access-Control-Max-Age')).toBe('7200');
    expect(
      (await ask(DRAWS, 'https://evil.example', 'POST')).headers.get('Access-Control-Allow-Origin'),
    ).toBeNull();
    expect(
      (await ask('/v1/activities/plain', 'https://any.example', 'GET')).headers.get(
        'Access-Control-Allow-Origin',
      ),
    ).toBe('*');
    expect(
      (await ask('/v1/admin/activities/plain', page.Origin, 'PUT')).headers.get(
        'Access-Control-Allow-Methods',
      ),
    ).toBe('GET, PUT');
  });
});

describe('logs', () => {
  it('write one line a request, with no token, body or query', async () => {
    const logs: LogEntry[] = [];
    const backend = await createBackend([plain], { logger: (entry) => logs.push(entry) });
    const token = await backend.member('ming');
    const { secret } = await backend.guest();
    await backend.draw(token, 'my-key', 'plain', { client_seed: 'my-seed' });
    await backend.draw(token, '');
    await backend.get('/v1/activities/plain?version=1&token=in-the-url');
    await backend.get('/v1/nothing');
    expect(logs.map(({ method, route, status, code }) => [method, route, status, code])).toEqual([
      ['POST', 'guest.create', 200, undefined],
      ['POST', 'lottery.draw', 200, undefined],
      ['POST', 'lottery.draw', 400, 'key_missing'],
      ['GET', 'activity.get', 200, undefined],
      ['GET', null, 404, 'not_found'],
    ]);
    for (const entry of logs) {
      expect(entry.request_id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7/);
      expect(entry.ms).toBeGreaterThanOrEqual(0);
    }
    const text = JSON.stringify(logs);
    for (const hidden of [token, secret, 'my-seed', 'my-key', 'in-the-url'])
      expect(text).not.toContain(hidden);
  });
});

describe('the route table', () => {
  it('is answered as capabilities say: what is there answers, the rest is not found', async () => {
    const backend = await createBackend();
    const { features } = await (await backend.get('/v1')).json();
    expect(features).toEqual(expect.arrayContaining(['guests', 'facts', 'lottery', 'codes', 'admin']));
    for (const { method, path, name } of Object.values(routes)) {
      const address = path.replace('{activity}', 'plain').replace(/\{\w+\}/g, 'x');
      const response = await backend.send(method, address);
      expect(response.status, name).not.toBe(405);
      expect(response.status, name).not.toBe(500);
      const isThere = (await backend.send('OPTIONS', address)).status === 204;
      // The admin routes are optional one by one.
      if (!isThere && !name.startsWith('admin.')) expect(features).not.toContain(name.split('.')[0]);
    }
  });
});
