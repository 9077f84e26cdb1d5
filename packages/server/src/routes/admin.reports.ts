// A report as JSON, or one of its tables as CSV.
import { answerJson } from '../http/answer.js';
import { toCsv } from '../reports/csv.js';
import { type ReportRequest, readReport } from '../reports/read.js';
import { tables } from '../reports/tables.js';
import type { StoredActivity } from '../store.js';
import { loadAuthorized } from './admin.page.js';
import { invalid, oneOf, timeOf } from './admin.query.js';
import type { Call, Handler } from './call.js';

const LONGEST_MS = 92 * 86_400_000;

function requestOf(call: Call, { definition }: StoredActivity): ReportRequest {
  const { warmup_at, start_at } = definition.schedule;
  const to = timeOf(call, 'to', call.env.now() + 1);
  const begins = Math.min(Date.parse(warmup_at ?? start_at), to - 1);
  const from = timeOf(call, 'from', Math.max(begins, to - LONGEST_MS));
  if (!(from < to) || to - from > LONGEST_MS) invalid('from', 'a time before "to", by at most 92 days');
  return { touch: oneOf(call, 'touch', ['last', 'first']), from, to };
}

/** The report of an activity. */
export const adminReportsGet: Handler = async (call) => {
  const activity = await loadAuthorized(call);
  const format = oneOf(call, 'format', ['json', 'csv']);
  const table = oneOf(call, 'table', Object.keys(tables));
  const lang = oneOf(call, 'lang', ['en', 'zh-CN']);
  const report = await readReport(call.env, activity, requestOf(call, activity));
  if (format === 'json') return answerJson(report);
  const headers = {
    'Content-Type': 'text/csv; charset=utf-8',
    'Content-Disposition': `attachment; filename="${activity.id}-${table}.csv"`,
  };
  return { status: 200, body: toCsv(tables[table]!(report, lang)), headers };
};
