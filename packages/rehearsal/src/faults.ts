// What goes wrong between the page and its backend. What goes wrong inside (nothing is left) is a definition: see
// staging.ts.
import { codes } from '@fanfare/protocol';

/** Every fault, by name. */
export const faultNames = ['slow', 'timeout', 'error', 'offline', 'pool-empty', 'blocked'] as const;
/**
 * `slow` answers after 3 seconds, `timeout` never, `error` with 500, `offline` not at all; with `pool-empty` everything
 * has been given out, with `blocked` whoever acts is refused by the rules against abuse.
 */
export type FaultName = (typeof faultNames)[number];

const SLOW_MS = 3000;

type Fetch = (request: Request) => Promise<Response>;

const problem = (code: 'internal' | 'denied'): Response => {
  const { status, retryable, title } = codes[code];
  const body = {
    type: `urn:fanfare:problem:${code}`,
    title,
    status,
    code,
    retryable,
    request_id: 'rehearsal',
  };
  const headers = { 'Content-Type': 'application/problem+json', 'Cache-Control': 'no-store' };
  return new Response(JSON.stringify(body), { status, headers });
};

/** Passes after `ms`, or never; rejects as `fetch` does when the request is given up. */
const wait = ({ signal }: Request, ms?: number) =>
  new Promise<void>((resolve, reject) => {
    const timer = ms === undefined ? undefined : setTimeout(resolve, ms);
    const giveUp = () => {
      clearTimeout(timer);
      reject(signal.reason);
    };
    if (signal.aborted) giveUp();
    else signal.addEventListener('abort', giveUp, { once: true });
  });

/** What a participant does, as opposed to reading, signing in and being counted. */
const isAct = ({ method, url }: Request) => method === 'POST' && !/\/(guests|events)(\?|$)/.test(url);

/** The backend with faults in front of it. */
export const withFaults =
  (backend: Fetch, faults: () => readonly FaultName[]): Fetch =>
  async (request) => {
    const has = (fault: FaultName) => faults().includes(fault);
    if (has('offline')) throw new TypeError('Failed to fetch');
    if (has('slow')) await wait(request, SLOW_MS);
    if (has('timeout')) await wait(request);
    if (has('error')) return problem('internal');
    if (has('blocked') && isAct(request)) return problem('denied');
    return backend(request);
  };
