// A report as JUnit XML, which every CI shows.
import type { CaseResult, Report } from '../report.js';
import { formatFailure } from './failure.js';

const ENTITIES: Record<string, string> = { '<': '&lt;', '>': '&gt;', '&': '&amp;', '"': '&quot;' };
/** XML has no way to write most control characters. */
const escapeXml = (text: string) =>
  text.replace(/[<>&"]/g, (char) => ENTITIES[char]!).replace(/[^\t\n\r\x20-\uFFFD]/g, '\uFFFD');
const seconds = (ms: number) => (ms / 1000).toFixed(3);

function endOf(one: CaseResult): string {
  if (one.outcome === 'failed')
    return `<failure message="${escapeXml(`expected ${one.expected}`)}">${escapeXml(formatFailure(one))}</failure>`;
  return one.outcome === 'not_certified' ? `<skipped message="${escapeXml(one.reason ?? '')}"/>` : '';
}

const caseOf = (one: CaseResult) =>
  `    <testcase classname="${one.level}" name="${escapeXml(`${one.clause}: ${one.says}`)}" time="${seconds(one.ms)}">${endOf(one)}</testcase>`;

/** One suite for each level. What could not be tried is `skipped`. */
export function formatJunit({ levels, cases, ms }: Report): string {
  const suites = levels.map(({ level, failed, not_certified }) => {
    const own = cases.filter((one) => one.level === level);
    const head = `  <testsuite name="${level}" tests="${own.length}" failures="${failed}" skipped="${not_certified}">`;
    return [head, ...own.map(caseOf), '  </testsuite>'].join('\n');
  });
  const head = `<testsuites name="fanfare-conformance" time="${seconds(ms)}">`;
  return ['<?xml version="1.0" encoding="UTF-8"?>', head, ...suites, '</testsuites>', ''].join('\n');
}
