import { describe, expect, it } from 'vitest';
import { show } from '../src/exchange.show.js';
import {
  type CaseResult,
  formatFailure,
  formatJunit,
  formatTable,
  isSatisfied,
  type Report,
} from '../src/index.js';
import { summarize } from '../src/report.js';

const base = { level: 'draw', says: 'A clause <with> "marks".', ms: 5 } as const;
const exchange = show({
  sent: {
    method: 'POST',
    url: 'https://backend.example/v1/activities/a/draws',
    headers: {
      Authorization: 'Bearer eyJhbGciOiJub25lIn0.eyJzdWIiOiJtaW5nIn0.c2VhbA',
      'Idempotency-Key': 'k',
    },
    body: '{"token":"eyJ.secret","client_seed":"kit"}',
  },
  status: 200,
  headers: new Headers({ 'Content-Type': 'application/json', 'X-Powered-By': 'nothing' }),
  text: '{"secret":"of a guest","draw":{}}',
});
const cases: CaseResult[] = [
  { ...base, clause: 'draw.one', outcome: 'passed' },
  {
    ...base,
    clause: 'draw.two',
    outcome: 'failed',
    expected: 'a refusal',
    fix: 'Refuse.',
    exchanges: [exchange],
  },
  { ...base, level: 'core', clause: 'core.one', outcome: 'passed' },
  { ...base, level: 'invite', clause: 'invite.one', outcome: 'not_certified', reason: 'no participants' },
];
const report: Report = {
  endpoint: 'https://backend.example',
  server: 'mine/1',
  at: '2027-01-01T00:00:00Z',
  ms: 1234,
  levels: [summarize('core', cases), summarize('draw', cases), summarize('invite', cases)],
  cases,
};

describe('a failure', () => {
  const text = formatFailure(cases[1]!);
  it('tells what was sent, what came back, what was expected, the clause and how to mend it', () => {
    const parts = [
      'POST https://backend.example',
      'Idempotency-Key: k',
      'status 200',
      'a refusal',
      base.says,
      'Refuse.',
    ];
    for (const part of parts) expect(text).toContain(part);
  });
  it('keeps every credential to itself', () => {
    expect(text).toContain('Bearer eyJhbGciOiJub25lIn0.…');
    for (const secret of ['eyJzdWIi', 'c2VhbA', 'eyJ.secret', 'of a guest'])
      expect(text).not.toContain(secret);
  });
});

describe('verdicts', () => {
  it('certify a level only if all of it was tried and passed', () => {
    expect(report.levels.map(({ verdict }) => verdict)).toEqual(['certified', 'failed', 'not_certified']);
  });
  it('satisfy whoever names a level only if it is certified', () => {
    const withoutFailure = { ...report, levels: report.levels.filter(({ verdict }) => verdict !== 'failed') };
    expect(isSatisfied(report, [])).toBe(false);
    expect(isSatisfied(withoutFailure, [])).toBe(true);
    expect(isSatisfied(withoutFailure, ['core'])).toBe(true);
    expect(isSatisfied(withoutFailure, ['invite'])).toBe(false);
  });
});

it('the table says why something was not tried', () => {
  const text = formatTable(report);
  expect(text).toMatch(/draw +1 +1 +0 +FAILED/);
  expect(text).toContain('invite: no participants');
});

it('JUnit has failures and skipped cases, and marks are escaped', () => {
  const xml = formatJunit(report);
  expect(xml).toContain('<testsuite name="draw" tests="2" failures="1" skipped="0">');
  expect(xml).toContain('<skipped message="no participants"/>');
  expect(xml).toContain('A clause &lt;with&gt; &quot;marks&quot;.');
});
