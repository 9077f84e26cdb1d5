// A preflight: everything that is looked at before a launch, in one list.
import type { Definition } from '@fanfare/protocol';
import { configOf } from './config.js';
import { datesOf } from './dates.js';
import { type Ask, endpointOf } from './endpoint.js';
import type { Finding } from './finding.js';
import { linksOf, type Visit } from './links.js';
import { stockOf } from './stock.js';

/** What a preflight may use, and what its runner knows. */
export interface PreflightOptions {
  /** Unix ms. */
  now: number;
  /** Where pages reach the backend; without it nothing is asked. */
  url?: string | undefined;
  /** How many draws are expected in all. */
  draws?: number | undefined;
  /** Checks that may fail, e.g. `prizes.expire`. */
  accept?: readonly string[] | undefined;
  /** Visits the addresses of the definition; without it they are not visited. */
  visit?: Visit | undefined;
  ask: Ask;
  /** This machine's clock, unix ms. */
  clock(): number;
}

/** Looks at everything, in the order in which it is put right. */
export async function runPreflight(definition: Definition, options: PreflightOptions): Promise<Finding[]> {
  const { now, url, draws = null, accept = [], visit, ask, clock } = options;
  const findings = [
    ...configOf(definition),
    ...datesOf(definition, now),
    ...stockOf(definition, draws),
    ...(visit ? await linksOf(definition, visit) : []),
    ...(url ? await endpointOf(definition, url, ask, clock) : []),
  ];
  return findings.map((one) =>
    one.status === 'fail' && accept.includes(one.check) ? { ...one, status: 'accepted' } : one,
  );
}

const MARKS = { pass: 'pass', fail: 'FAIL', accepted: 'accepted' } as const;

/** The list as a table for people, what failed last. */
export function preflightText(id: string, findings: readonly Finding[]): string {
  const order = ['pass', 'accepted', 'fail'];
  const rows = [...findings]
    .sort((a, b) => order.indexOf(a.status) - order.indexOf(b.status))
    .map(({ status, owner, check, text }) => [MARKS[status], owner, check, text] as const);
  const widthOf = (at: 0 | 1 | 2) => Math.max(...rows.map((row) => row[at].length));
  const [mark, owner, check] = [widthOf(0), widthOf(1), widthOf(2)];
  const lines = rows.map(
    ([m, o, c, text]) => `${m.padEnd(mark)}  ${o.padEnd(owner)}  ${c.padEnd(check)}  ${text}`,
  );
  const failed = findings.filter(({ status }) => status === 'fail').length;
  const passed = findings.filter(({ status }) => status === 'pass').length;
  const accepted = findings.length - failed - passed;
  const sum = `${passed} passed, ${failed} failed${accepted ? `, ${accepted} accepted` : ''}`;
  return [`Preflight of "${id}"`, ...lines, `${sum}: ${failed ? 'not ready' : 'ready'}`].join('\n');
}
