// The plan as tables, for those who check tracking points by hand.
import type { Plan, PlannedEvent } from './plan.js';

const HEAD = ['event', 'source', 'trigger', 'properties', 'priority', 'funnel step'];

const rowsOf = ({ events, funnel }: Plan): string[][] =>
  Object.values(events).map((event) => {
    const step = funnel.indexOf(event.name) + 1;
    return [
      event.name,
      event.source,
      event.trigger,
      propertiesOf(event),
      String(event.priority),
      step ? String(step) : '',
    ];
  });

const propertiesOf = ({ properties }: PlannedEvent) =>
  Object.entries(properties)
    .map(([name, kind]) => (kind === 'any' ? name : `${name}: ${kind}`))
    .join('; ');

/** The plan as CSV (RFC 4180), with a byte order mark so that spreadsheets read Chinese right. */
export function planToCsv(plan: Plan): string {
  const cell = (text: string) => {
    // A cell that begins like a formula would be run as one.
    const safe = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
    return /[",\r\n]/.test(safe) ? `"${safe.replace(/"/g, '""')}"` : safe;
  };
  const lines = [HEAD, ...rowsOf(plan)].map((row) => row.map(cell).join());
  return `\uFEFF${lines.join('\r\n')}\r\n`;
}

/** The plan as a Markdown table. */
export function planToMarkdown(plan: Plan): string {
  const line = (cells: string[]) => `| ${cells.map((cell) => cell.replace(/\|/g, '\\|')).join(' | ')} |`;
  return [HEAD, HEAD.map(() => '---'), ...rowsOf(plan)].map(line).join('\n').concat('\n');
}
