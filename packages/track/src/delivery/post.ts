// One attempt to hand a body over: as text/plain with everything inside it, so that no preflight is needed.

import type { OpenWorld } from '@fanfare/core/environment';
import type { Call, Transport } from '@fanfare/core/transport';
import { ATTEMPT_MS, GZIP_FROM_BYTES } from '../limits.js';
import { within } from '../within.js';
import { gzip } from './gzip.js';
import type { KeepaliveBudget } from './keepalive-budget.js';
import { type Outcome, readOutcome, readResults } from './outcome.js';

/** The way to the backend: HTTP, or functions of the host's. */
export interface Connection {
  endpoint: string;
  fetch: (request: Request) => Promise<Response>;
  /** Takes the place of HTTP. */
  transport?: Transport | undefined;
}

export interface Post {
  /** The body as JSON. */
  body: string;
  batchId: string;
  signal: AbortSignal;
  /** The page is leaving: nothing may be awaited before the request is on its way. */
  isLeaving?: boolean;
}

const ROUTE: Call['route'] = {
  name: 'track.batch',
  method: 'POST',
  path: '/v1/events',
  caller: 'public',
  caching: 'none',
  keyed: false,
};
const NEEDS_TYPE = { 'Content-Type': 'text/plain' };

export const urlOf = ({ endpoint }: Connection, query = ''): string =>
  endpoint.replace(/\/+$/, '') + ROUTE.path + query;

export async function post(
  connection: Connection,
  { body, batchId, signal, isLeaving }: Post,
  { world, budget }: { world: Pick<OpenWorld, 'after' | 'wall'>; budget: KeepaliveBudget },
): Promise<Outcome> {
  if (connection.transport) return call(connection.transport, body, batchId, signal);
  const packed = isLeaving || body.length < GZIP_FROM_BYTES ? undefined : await gzip(body);
  const bytes = packed ?? new TextEncoder().encode(body);
  const giveBack = budget.take(bytes.byteLength);
  // By hand, because AbortSignal.timeout and AbortSignal.any are missing on the browser floor.
  const attempt = new AbortController();
  const abort = () => attempt.abort();
  signal.addEventListener('abort', abort);
  try {
    if (signal.aborted) throw new Error('aborted');
    const request = new Request(urlOf(connection, packed ? '?enc=gzip' : ''), {
      method: 'POST',
      body: bytes,
      headers: NEEDS_TYPE,
      credentials: 'omit',
      cache: 'no-store',
      keepalive: !!giveBack,
      signal: attempt.signal,
    });
    // The host may have patched fetch; what it throws is our problem, not its own.
    const reading = (async () => readOutcome(await connection.fetch(request), batchId, world.wall()))();
    return await within(reading, ATTEMPT_MS, world);
  } catch (error) {
    abort();
    return { kind: 'failed', reason: String(error), isUnsent: true };
  } finally {
    signal.removeEventListener('abort', abort);
    giveBack?.();
  }
}

async function call(
  transport: Transport,
  body: string,
  batchId: string,
  signal: AbortSignal,
): Promise<Outcome> {
  const answer = await transport.send({ route: ROUTE, params: {}, body: JSON.parse(body), signal });
  if (answer.ok) return readResults(answer.data, batchId);
  const { status = 0, retryAfterMs, code, requestId } = answer.failure;
  if (retryAfterMs !== undefined) return { kind: 'paused', ms: retryAfterMs };
  return /^4(00|13|22)$/.test(String(status))
    ? { kind: 'refused', status }
    : { kind: 'failed', reason: `${code} ${requestId ?? ''}` };
}
