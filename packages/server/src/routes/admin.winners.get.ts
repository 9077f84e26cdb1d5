// What was given out: a page as JSON, or many rows as CSV with a Link to the next of them.
import { type Answer, answerJson } from '../http/answer.js';
import { awardOf, winnersTable } from '../operations/winners.js';
import { toCsv } from '../reports/csv.js';
import type { StoredAward } from '../store.js';
import { loadAuthorized, PAGE } from './admin.page.js';
import type { Call, Handler } from './call.js';

/** Rows of one CSV, and how many of them are read at once. */
const MOST_ROWS = 50_000;
const AT_ONCE = 1000;

const read = ({ env }: Call, activity: string, after: string | null, limit: number) =>
  env.store.read((reader) => reader.awards(activity, after, limit));

async function readMany(call: Call, activity: string): Promise<StoredAward[]> {
  const awards: StoredAward[] = [];
  let after = call.query.get('after');
  while (awards.length < MOST_ROWS) {
    const some = await read(call, activity, after, AT_ONCE);
    awards.push(...some);
    if (some.length < AT_ONCE) break;
    after = some[some.length - 1]!.reward.id;
  }
  return awards;
}

async function csvOf(call: Call, activity: string): Promise<Answer> {
  const awards = await readMany(call, activity);
  const lang = call.query.get('lang') ?? 'en';
  const hasForms = call.query.get('forms') === 'yes';
  const next = new URLSearchParams(call.query);
  if (awards.length >= MOST_ROWS) next.set('after', awards[awards.length - 1]!.reward.id);
  return {
    status: 200,
    body: toCsv(winnersTable(awards, { lang, hasForms })),
    headers: {
      'Content-Type': 'text/csv; charset=utf-8',
      'Content-Disposition': `attachment; filename="${activity}-winners.csv"`,
      ...(awards.length >= MOST_ROWS && { Link: `<?${next}>; rel="next"` }),
    },
  };
}

/** Everything that was given out, oldest first. */
export const adminWinnersGet: Handler = async (call) => {
  const { id } = await loadAuthorized(call);
  if (call.query.get('format') === 'csv') return csvOf(call, id);
  const found = await read(call, id, call.query.get('after'), PAGE + 1);
  const items = found.slice(0, PAGE).map(awardOf);
  return answerJson({ items, next: found.length > PAGE ? items[PAGE - 1]!.id : null });
};
