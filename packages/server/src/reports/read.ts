// Reads a report: sums up what is new, counts, composes.
import type { Report } from '@fanfare/protocol';
import type { Environment } from '../environment.js';
import { halfDayBounds } from '../events/half-days.js';
import { EVERYBODY, type Reader, type StoredActivity, type Touch } from '../store.js';
import { allRecords, composeReport } from './compose.js';
import { stepsOf } from './steps.js';
import { sumUp } from './sum-up.js';

/** A report waits so long for the sums; what is left shows in `is_complete`. */
const PATIENCE_MS = 3_000;
const QUARTER_MS = 900_000;
const RECENT = 96;

/** What is asked for. */
export interface ReportRequest {
  touch: Touch;
  /** Unix ms. */
  from: number;
  to: number;
}

/** The last quarters of an hour. */
async function recentOf(
  reader: Reader,
  scope: { project: string; activity: string; touch: Touch },
  names: readonly string[],
  now: number,
): Promise<Report['recent']> {
  const last = Math.floor(now / QUARTER_MS) + 1;
  const bounds = Array.from({ length: RECENT + 1 }, (_, at) => (last - RECENT + at) * QUARTER_MS);
  const points = bounds
    .slice(0, -1)
    .map((from) => ({ from: new Date(from).toISOString(), people: 0, events: 0 }));
  for (const { name, bucket, people, events } of await reader.eventCells({ ...scope, bounds }, names)) {
    const point = points[bucket]!;
    if (name === EVERYBODY) point.people += people;
    else point.events += events;
  }
  return points;
}

/** Reads the report of an activity. */
export async function readReport(
  env: Environment,
  { id, definition }: StoredActivity,
  { touch, from, to }: ReportRequest,
): Promise<Report> {
  const isComplete = await sumUp(env.store, PATIENCE_MS);
  const now = env.now();
  const bounds = halfDayBounds(definition.zone, from, to);
  const scope = { project: definition.project, activity: id, touch };
  const namesOf = (source: string) =>
    stepsOf(definition)
      .filter((step) => step.source === source)
      .map(({ name }) => name);
  const events = [EVERYBODY, ...namesOf('event')];
  return env.store.read(async (reader) =>
    composeReport({
      ...{ definition, touch, now, isComplete, bounds },
      cells: {
        event: await reader.eventCells({ ...scope, bounds }, events),
        record: await reader.recordCells({ ...scope, bounds }, allRecords),
        fact: await reader.factCells({ ...scope, bounds }, namesOf('fact')),
      },
      recent: await recentOf(reader, scope, events, now),
      balances: await reader.balances(id),
    }),
  );
}
