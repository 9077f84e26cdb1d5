import { activityGet, lotteryDraw, participantGet } from '@fanfare/protocol';
import { describe, expect, it, vi } from 'vitest';
import { fakeEnvironment } from '../src/testing/environment.js';
import {
  type Call,
  createTransport,
  httpTransport,
  readRetryAfter,
  sendWithRetry,
} from '../src/transport/index.js';

const NOW = Date.parse('2026-12-31T12:00:00Z');
const draw = (more: Partial<Call> = {}): Call => ({
  route: lotteryDraw,
  params: { activity: 'a b' },
  body: { client_seed: 's' },
  key: 'key-1',
  token: 'secret-token',
  signal: new AbortController().signal,
  ...more,
});
const json = (data: unknown, init: ResponseInit = {}) =>
  new Response(JSON.stringify(data), {
    ...init,
    headers: { 'Content-Type': 'application/json', ...init.headers },
  });

function over(handler: (request: Request) => Promise<Response> | Response) {
  const environment = fakeEnvironment();
  const requests: Request[] = [];
  const transport = httpTransport({
    endpoint: 'https://api.example/base/',
    environment,
    fetch: async (request) => {
      requests.push(request);
      return handler(request);
    },
  });
  return { environment, requests, transport };
}

describe('a call over HTTP', () => {
  it('puts the key and the token in headers, never in the address', async () => {
    const { transport, requests } = over(() => json({}));
    await transport.send(draw());
    const [request] = requests;
    expect(request!.url).toBe('https://api.example/base/v1/activities/a%20b/draws');
    expect(request!.headers.get('Idempotency-Key')).toBe('key-1');
    expect(request!.headers.get('Authorization')).toBe('Bearer secret-token');
    expect(request!.credentials).toBe('omit');
  });

  it('sends the solution of a challenge, and no header without one', async () => {
    const { transport, requests } = over(() => json({}));
    await transport.send(draw({ solution: 'solved' }));
    await transport.send(draw());
    expect(requests.map((request) => request.headers.get('Fanfare-Challenge'))).toEqual(['solved', null]);
  });

  it('sets conditional headers on private routes only', async () => {
    const { transport, requests } = over(() => json({}));
    await transport.send(draw({ route: activityGet, etag: '"1"', key: undefined, body: undefined }));
    await transport.send(draw({ route: participantGet, etag: '"1"', key: undefined, body: undefined }));
    expect(requests.map((request) => request.headers.get('If-None-Match'))).toEqual([null, '"1"']);
  });

  it.each([
    [
      'HTML with 200, as a captive portal sends',
      () => new Response('<html>', { headers: { 'Content-Type': 'text/html' } }),
      'bad_answer',
      true,
    ],
    [
      'JSON that ends too early',
      () => new Response('{"a":', { headers: { 'Content-Type': 'application/json' } }),
      'bad_answer',
      true,
    ],
    ['a problem', () => json({ code: 'no_chances', retryable: false }, { status: 409 }), 'no_chances', false],
    ['a 500 without a body', () => new Response(null, { status: 500 }), 'unavailable', true],
    ['a 404 of something else', () => new Response('no', { status: 404 }), 'bad_answer', false],
    ['a dead network', () => Promise.reject(new TypeError('Failed to fetch')), 'offline', true],
  ])('turns %s into a failure', async (_, handler, code, retryable) => {
    const answer = await over(handler).transport.send(draw());
    expect(answer).toMatchObject({ ok: false, failure: { code, retryable } });
  });

  it('hears the time of answers that may not be stored, and ignores that of others', async () => {
    const heard = vi.fn();
    const stamped = (caching: string) => () =>
      json({}, { headers: { 'Fanfare-Time': '1700000000000', 'Cache-Control': caching } });
    for (const caching of ['no-store', 'public, max-age=60', 'private, no-cache']) {
      const { transport } = over(stamped(caching));
      transport.onTime?.(heard);
      await transport.send(draw());
    }
    expect(heard).toHaveBeenCalledOnce();
    expect(heard.mock.calls[0]![0]).toMatchObject({ stamp: 1_700_000_000_000, resolution: 1 });
  });
});

describe('retries', () => {
  it('send the same key again until the answer comes', async () => {
    let calls = 0;
    const { environment, transport, requests } = over(() =>
      ++calls < 3 ? new Response(null, { status: 503 }) : json({ ok: 1 }),
    );
    const sending = sendWithRetry(transport, draw(), { environment });
    await environment.advance(60_000);
    expect(await sending).toMatchObject({ ok: true, data: { ok: 1 } });
    expect(new Set(requests.map((request) => request.headers.get('Idempotency-Key')))).toEqual(
      new Set(['key-1']),
    );
    expect(requests).toHaveLength(3);
  });

  it.each([
    ['seconds', '7'],
    ['a date', new Date(NOW + 7000).toUTCString()],
  ])('wait as long as Retry-After says in %s', async (_, header) => {
    const at: number[] = [];
    const { environment, transport } = over(() => {
      at.push(environment.monotonic());
      return at.length === 1
        ? new Response(null, { status: 503, headers: { 'Retry-After': header } })
        : json({});
    });
    const sending = sendWithRetry(transport, draw(), { environment });
    await environment.advance(30_000);
    await sending;
    expect(at[1]! - at[0]!).toBeGreaterThanOrEqual(7000);
    expect(at[1]! - at[0]!).toBeLessThan(8100);
  });

  it('spread a thousand clients: no instant gets a crowd', async () => {
    const environment = fakeEnvironment();
    const at: number[] = [];
    const transport = {
      send: async () => ({
        ok: false as const,
        failure: { code: 'unavailable', retryable: true, message: '' },
      }),
    };
    for (let i = 0; i < 1000; i++) {
      const send = () => {
        at.push(environment.monotonic());
        return transport.send();
      };
      void sendWithRetry({ send }, draw(), { environment, attempts: 2 });
    }
    await environment.advance(5000);
    const second = at.slice(1000);
    const perTenth = new Map<number, number>();
    for (const time of second)
      perTenth.set(Math.floor(time / 100), (perTenth.get(Math.floor(time / 100)) ?? 0) + 1);
    expect(second).toHaveLength(1000);
    expect(Math.max(...perTenth.values())).toBeLessThan(200);
  }, 30_000);

  it('give up an attempt after its time limit', async () => {
    const { environment, transport } = over(() => new Promise<Response>(() => {}));
    const sending = sendWithRetry(transport, draw(), { environment, attempts: 1, timeoutMs: 10_000 });
    await environment.advance(10_000);
    expect(await sending).toMatchObject({ ok: false, failure: { code: 'timeout' } });
    expect(environment.pending).toBe(0);
  });

  it('do not repeat what has no key, nor what is final', async () => {
    const { environment, transport, requests } = over(() => new Response(null, { status: 503 }));
    await sendWithRetry(transport, draw({ key: undefined }), { environment });
    expect(requests).toHaveLength(1);
    const refusing = over(() => json({ code: 'ended', retryable: false }, { status: 409 }));
    await sendWithRetry(refusing.transport, draw(), { environment: refusing.environment });
    expect(refusing.requests).toHaveLength(1);
  });

  it('stop at once when the page leaves', async () => {
    const leaving = new AbortController();
    const { environment, transport, requests } = over(() => new Response(null, { status: 503 }));
    const sending = sendWithRetry(transport, draw({ signal: leaving.signal }), { environment });
    await environment.advance(0);
    leaving.abort();
    await sending;
    expect(requests).toHaveLength(1);
    expect(environment.pending).toBe(0);
  });
});

describe("a company's own API", () => {
  it('answers by functions, and has the capabilities of its keys', async () => {
    const transport = createTransport({
      'lottery.draw': ({ key, input, params }) => ({ key, input, params }) as never,
    });
    expect(transport.routes).toEqual(['lottery.draw']);
    expect(await transport.send(draw())).toEqual({
      ok: true,
      data: { key: 'key-1', input: { client_seed: 's' }, params: { activity: 'a b' } },
    });
    expect(await transport.send(draw({ route: participantGet }))).toMatchObject({
      failure: { code: 'unsupported' },
    });
  });

  it('fails with the code of the thrown error, or as unavailable', async () => {
    const failing = (error: unknown) =>
      createTransport({
        'lottery.draw': () => {
          throw error;
        },
      }).send(draw());
    expect(await failing({ code: 'sold_out' })).toMatchObject({
      failure: { code: 'sold_out', retryable: false },
    });
    expect(await failing(new Error('boom'))).toMatchObject({
      failure: { code: 'unavailable', retryable: true },
    });
  });
});

describe('Retry-After', () => {
  it.each([
    ['120', 120_000],
    [new Date(NOW + 5000).toUTCString(), 5000],
    [new Date(NOW - 5000).toUTCString(), 0],
    ['soon', undefined],
    [null, undefined],
  ])('%s', (header, ms) => {
    expect(readRetryAfter(header, NOW)).toBe(ms);
  });
});
