// Calls as HTTP requests to an endpoint.
import { pathOf } from '@fanfare/protocol/routes';
import type { TimeSample } from '../clock/offset.js';
import { sampleOf } from '../clock/source.js';
import type { Environment } from '../environment.js';
import { readRetryAfter } from './retry-after.js';
import { type Answer, type Call, failed, type Transport } from './transport.js';

export interface HttpOptions {
  /** Base URL of the backend, e.g. `https://api.example.com`. */
  endpoint: string;
  /** Replaces the network: `(Request) => Promise<Response>`. */
  fetch: (request: Request) => Promise<Response>;
  environment: Pick<Environment, 'monotonic' | 'wall'>;
}

export function httpTransport({ endpoint, fetch, environment }: HttpOptions): Transport {
  const base = endpoint.replace(/\/+$/, '');
  let hear: (sample: TimeSample) => void = () => {};
  return {
    onTime(listener) {
      hear = listener;
    },
    async send(call) {
      const sent = environment.monotonic();
      let response: Response;
      try {
        response = await fetch(requestOf(base, call));
      } catch (error) {
        return failed('offline', true, `${call.route.name} did not reach ${base}: ${String(error)}`);
      }
      const sample = sampleOf(response, sent, environment.monotonic());
      if (sample) hear(sample);
      return read(response, call, environment.wall());
    },
  };
}

function requestOf(
  base: string,
  { route, params, query, body, key, solution, token, etag, signal }: Call,
): Request {
  const headers = new Headers({ Accept: 'application/json' });
  if (body !== undefined) headers.set('Content-Type', 'application/json');
  if (token) headers.set('Authorization', `Bearer ${token}`);
  if (key) headers.set('Idempotency-Key', key);
  if (solution) headers.set('Fanfare-Challenge', solution);
  // Only on private routes: a conditional header on a public one would cost a preflight.
  if (etag && route.caching === 'private') headers.set('If-None-Match', etag);
  return new Request(base + pathOf(route, params, query), {
    method: route.method,
    headers,
    credentials: 'omit',
    cache: route.caching === 'edge' ? 'default' : 'no-store',
    signal,
    ...(body !== undefined && { body: JSON.stringify(body) }),
  });
}

async function read(response: Response, { route, etag }: Call, wall: number): Promise<Answer> {
  const { status } = response;
  if (status === 304 && etag) return { ok: true, data: undefined, etag, unchanged: true };
  const type = response.headers.get('Content-Type') ?? '';
  // A captive portal or a proxy answers for the server, often with HTML and 200.
  const data: unknown = /json/.test(type) ? await response.json().catch(() => undefined) : undefined;
  if (response.ok)
    return data === undefined
      ? failed(
          'bad_answer',
          true,
          `${route.name} answered ${status} without JSON (${type || 'no content type'})`,
          { status },
        )
      : { ok: true, data, etag: response.headers.get('ETag') ?? undefined };
  const { code, retryable, title, detail } = (data ?? {}) as { [field: string]: unknown };
  const isBusy = status === 429 || status >= 500;
  return failed(
    typeof code === 'string' ? code : isBusy ? 'unavailable' : 'bad_answer',
    typeof retryable === 'boolean' ? retryable : isBusy,
    `${route.name} answered ${status}: ${String(detail ?? title ?? 'no details')}`,
    {
      status,
      requestId: response.headers.get('Request-Id') ?? undefined,
      retryAfterMs: readRetryAfter(response.headers.get('Retry-After'), wall),
    },
  );
}
