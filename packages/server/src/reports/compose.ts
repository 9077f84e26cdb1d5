// From counts to the report that is answered. Pure: what was counted comes in, what is told goes out.
import type { Definition, Report, ReportRecord } from '@fanfare/protocol';
import { reportRecord } from '@fanfare/protocol';
import type { Account, Touch } from '../store.js';
import { channelsOf, costPer } from './channels.js';
import { countSteps, type Reach, reportedSteps, reportedWorst } from './funnel.js';
import { type Step, stepsOf } from './steps.js';
import { type Cells, createTally, type Tally } from './tally.js';

/** All that a report is made of. */
export interface Findings {
  definition: Definition;
  touch: Touch;
  /** Unix ms. */
  now: number;
  isComplete: boolean;
  /** Half-days, the last bound outside. */
  bounds: readonly number[];
  cells: Cells;
  /** Quarters of an hour up to now. */
  recent: Report['recent'];
  balances: Record<Account, number>;
}

const utc = (ms: number) => new Date(ms).toISOString();

/** Of the channels that say how many they reached. */
function reachOf(definition: Definition, first: Step, tally: Tally): Reach | null {
  const reached = (definition.report?.channels ?? []).filter(({ reach }) => reach);
  if (reached.length === 0) return null;
  return {
    shown: reached.reduce((sum, { reach }) => sum + reach!, 0),
    came: reached.reduce((sum, { id }) => sum + tally.of(first, { channel: id }).people, 0),
  };
}

function elapsedOf({ schedule }: Definition, now: number): number {
  const [start, end] = [Date.parse(schedule.start_at), Date.parse(schedule.end_at)];
  return Math.min(1, Math.max(0, (now - start) / (end - start)));
}

function halfDaysOf(steps: readonly Step[], tally: Tally, bounds: readonly number[]): Report['half_days'] {
  const rows = bounds.slice(0, -1).map((from, bucket) => ({
    from: utc(from),
    to: utc(bounds[bucket + 1]!),
    people: tally.people({ bucket }),
    steps: steps.map((step) => ({ id: step.id, ...tally.of(step, { bucket }) })),
  }));
  // What was before anybody came says nothing.
  const first = rows.findIndex(({ people, steps }) => people > 0 || steps.some(({ events }) => events > 0));
  return first < 0 ? [] : rows.slice(first);
}

function targetsOf(
  { report }: Definition,
  steps: readonly Step[],
  tally: Tally,
  elapsed: number,
): Report['targets'] {
  return (report?.targets ?? []).map(({ step: id, channel = null, people: target }) => {
    const step = steps.find((one) => one.id === id)!;
    const actual = tally.of(step, channel === null ? {} : { channel }).people;
    const share = actual / target;
    return { step: id, channel, target, actual, share, is_on_pace: share >= elapsed };
  });
}

function costsOf({ definition, balances }: Findings, people: number, goal: number): Report['costs'] {
  const { channels = [], fixed_cost: fixed = 0 } = definition.report ?? {};
  const ofChannels = channels.reduce((sum, { cost = 0 }) => sum + cost, 0);
  const { reserved, issued } = balances;
  const total = ofChannels + fixed + reserved + issued;
  const [per_person, per_goal] = [costPer(total, people), costPer(total, goal)];
  return { channels: ofChannels, fixed, reserved, issued, total, per_person, per_goal };
}

/** The records that stand beside the funnel, whether or not a step asks for them. */
export const allRecords: readonly ReportRecord[] = reportRecord.options;

/** Composes the report. */
export function composeReport(findings: Findings): Report {
  const { definition, touch, now, isComplete, bounds, cells, recent } = findings;
  const steps = stepsOf(definition);
  const tally = createTally(cells);
  const counted = countSteps(steps, (step) => tally.of(step), reachOf(definition, steps[0]!, tally));
  const elapsed = elapsedOf(definition, now);
  const people = tally.people();
  return {
    activity: definition.id,
    title: definition.title,
    zone: definition.zone,
    touch,
    as_of: utc(now),
    is_complete: isComplete,
    from: utc(bounds[0]!),
    to: utc(bounds[bounds.length - 1]!),
    elapsed,
    people,
    steps: reportedSteps(counted),
    worst: reportedWorst(counted),
    channels: channelsOf(steps, tally, definition.report?.channels ?? []),
    half_days: halfDaysOf(steps, tally, bounds),
    recent,
    targets: targetsOf(definition, steps, tally, elapsed),
    costs: costsOf(findings, people, counted[counted.length - 1]!.people),
    records: allRecords.map((record) => {
      const { people, events } = tally.of({ source: 'record', name: record });
      return { record, people, events };
    }),
  };
}
