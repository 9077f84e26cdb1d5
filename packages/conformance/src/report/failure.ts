// One failure, for somebody who wrote neither the backend nor the kit.
import type { CaseResult, ShownExchange } from '../report.js';

const indent = (text: string) => text.replace(/\n/g, '\n             ');
const headersOf = (headers: Record<string, string>) =>
  Object.entries(headers).map(([name, value]) => `\n${name}: ${value}`);

const sentOf = ({ sent }: ShownExchange) =>
  [`${sent.method} ${sent.url}`, ...headersOf(sent.headers), ...(sent.body ? [`\n${sent.body}`] : [])].join(
    '',
  );

const answerOf = ({ status, headers, body }: ShownExchange) =>
  [status === 0 ? 'nothing' : `status ${status}`, ...headersOf(headers), ...(body ? [`\n${body}`] : [])].join(
    '',
  );

/** Exchanges and remarks, each under its name. */
export function formatExchanges(exchanges: readonly ShownExchange[], remarks: [string, string][]): string {
  const lines = exchanges.flatMap((one): [string, string][] => [
    ['sent', sentOf(one)],
    ['came back', answerOf(one)],
  ]);
  return [...lines, ...remarks].map(([name, text]) => `  ${name.padEnd(11)}${indent(text)}`).join('\n');
}

/** What was sent, what came back, what was expected, what the clause says, how to mend it. */
export function formatFailure({ clause, says, expected = '', fix = '', exchanges = [] }: CaseResult): string {
  const remarks: [string, string][] = [
    ['expected', expected],
    ['clause', says],
    ['to mend it', fix],
  ];
  return `FAILED ${clause}\n${formatExchanges(exchanges, remarks)}`;
}
