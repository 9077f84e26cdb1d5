// Does the backend that pages will ask serve this very activity, to these very pages, and does it tell the right time?
import { type Definition, publicActivity } from '@fanfare/protocol';
import { publicActivityOf } from '../../activity/public.js';
import { type Finding, finding } from './finding.js';

/** Sends a request; rejects when nothing answers. */
export type Ask = (request: Request) => Promise<Response>;

const CLOCK_MS = 1000;

/** Whether a value has all that another one has; a backend adds what it knows, such as commitments. */
function holds(value: unknown, expected: unknown): boolean {
  if (typeof expected !== 'object' || expected === null) return value === expected;
  if (typeof value !== 'object' || value === null) return false;
  if (Array.isArray(expected) && (!Array.isArray(value) || value.length !== expected.length)) return false;
  return Object.entries(expected).every(
    ([key, inner]) => inner === undefined || holds((value as Record<string, unknown>)[key], inner),
  );
}

async function activityFinding(ask: Ask, base: string, definition: Definition): Promise<Finding> {
  const response = await ask(new Request(`${base}/v1/activities/${definition.id}`));
  const served = response.ok ? publicActivity.safeParse(await response.json()) : undefined;
  const { version: _version, ...expected } = publicActivityOf({ definition, version: 0 });
  const same = served?.success && holds(served.data, expected);
  const seen = response.ok ? 'serves another version of it' : `answers ${response.status}`;
  return finding('endpoint.activity', 'operator', same === true, {
    pass: `serves "${definition.id}" as it stands in the file, version ${served?.data?.version}`,
    fail: `${seen}. Store the file (PUT /v1/admin/activities/${definition.id}), then run this again.`,
  });
}

async function originFinding(ask: Ask, base: string, id: string, origin: string): Promise<Finding> {
  const headers = { Origin: origin, 'Access-Control-Request-Method': 'POST' };
  const preflight = new Request(`${base}/v1/activities/${id}/draws`, { method: 'OPTIONS', headers });
  const allowed = (await ask(preflight)).headers.get('Access-Control-Allow-Origin');
  return finding('endpoint.origins', 'developer', allowed === origin, {
    pass: `pages of ${origin} may act`,
    fail: `pages of ${origin} may not act: a preflight from there is answered with ${allowed ?? 'no origin'}. Does a proxy drop CORS headers?`,
  });
}

async function clockFinding(ask: Ask, base: string, clock: () => number): Promise<Finding> {
  const sent = clock();
  const response = await ask(new Request(`${base}/v1/time`));
  const received = clock();
  const stamp = Number(response.headers.get('Fanfare-Time'));
  // Somewhere between sending and receiving the server wrote its time.
  const off = stamp ? Math.max(0, sent - stamp, stamp - received) : Number.POSITIVE_INFINITY;
  return finding('clock', 'hosting', off <= CLOCK_MS, {
    pass: `the server's clock and this machine's agree within ${received - sent} ms`,
    fail: stamp
      ? `the server's clock and this machine's differ by at least ${off} ms. Run NTP on both; phases begin by the server's.`
      : 'answers carry no Fanfare-Time. Does a proxy drop the header?',
  });
}

async function devFinding(ask: Ask, base: string): Promise<Finding> {
  const { status } = await ask(new Request(`${base}/v1/dev/clock`));
  return finding('endpoint.dev', 'developer', status === 404, {
    pass: 'development aids are off',
    fail: 'development aids are on: anybody can be anybody. Start it without --dev.',
  });
}

/** @param clock This machine's, unix ms. */
export async function endpointOf(
  definition: Definition,
  url: string,
  ask: Ask,
  clock: () => number,
): Promise<Finding[]> {
  const base = url.replace(/\/+$/, '');
  const isSafe = /^https:/.test(base);
  try {
    return [
      finding('endpoint.https', 'hosting', isSafe, {
        pass: `${base} is encrypted`,
        fail: `${base} is not https: tokens travel in the open, and https pages may not ask it. Put TLS before it.`,
      }),
      await activityFinding(ask, base, definition),
      ...(await Promise.all(definition.origins.map((one) => originFinding(ask, base, definition.id, one)))),
      await devFinding(ask, base),
      await clockFinding(ask, base, clock),
    ];
  } catch (error) {
    return [
      finding('endpoint', 'hosting', false, {
        pass: '',
        fail: `${base} does not answer: ${error instanceof Error ? error.message : error}. Is it started, and is the address right?`,
      }),
    ];
  }
}
