// The same funnel channel by channel, with what each of them cost.
import type { Report, ReportDefinition } from '@fanfare/protocol';
import { type Counted, countSteps, worstOf } from './funnel.js';
import type { Step } from './steps.js';
import type { Count, Tally } from './tally.js';

/** Channels that the definition does not name are anybody's invention: so many are listed, the rest is added up. */
const UNKNOWN_LISTED = 50;
/** Stands for the rest; no channel is called so. */
const REST = '';

type Channel = Report['channels'][number];
type Known = ReportDefinition['channels'][number];

/** Fen for each of so many people. */
export const costPer = (cost: number, people: number): number | null =>
  people === 0 ? null : Math.round((cost / people) * 100) / 100;

const plain = ({ step, people, events, value, rate }: Counted) => ({
  ...{ id: step.id, people, events, value, rate },
});

function rowOf(
  id: string | null,
  known: Known | undefined,
  people: number,
  counted: readonly Counted[],
): Channel {
  const cost = known?.cost ?? null;
  const goal = counted[counted.length - 1]!.people;
  return {
    id,
    ...(known?.title && { title: known.title }),
    is_known: known !== undefined,
    reach: known?.reach ?? null,
    people,
    steps: counted.map(plain),
    worst: worstOf(counted)?.step.id ?? null,
    cost,
    cost_per_person: cost === null ? null : costPer(cost, people),
    cost_per_goal: cost === null ? null : costPer(cost, goal),
  };
}

const sumOf = (counts: readonly Count[]): Count =>
  counts.reduce((sum, one) => ({
    people: sum.people + one.people,
    events: sum.events + one.events,
    value: one.value === null ? sum.value : (sum.value ?? 0) + one.value,
  }));

/** Every channel, the one with the most people first. */
export function channelsOf(
  steps: readonly Step[],
  tally: Tally,
  known: readonly Known[],
): Report['channels'] {
  const byId = new Map(known.map((channel) => [channel.id, channel]));
  const row = (channel: string | null): Channel => {
    const own = channel === null ? undefined : byId.get(channel);
    const countOf = (step: Step) => tally.of(step, { channel });
    const came = countOf(steps[0]!).people;
    const reach = own?.reach ? { shown: own.reach, came } : null;
    return rowOf(channel, own, tally.people({ channel }), countSteps(steps, countOf, reach));
  };
  const byPeople = (a: Channel, b: Channel) =>
    b.people - a.people || b.steps[0]!.people - a.steps[0]!.people || ((a.id ?? '') < (b.id ?? '') ? -1 : 1);
  const all = [...new Set([...byId.keys(), ...tally.channels])].map(row);
  const listed = all.filter(({ id, is_known }) => is_known || id === null);
  const unknown = all.filter(({ id, is_known }) => !is_known && id !== null).sort(byPeople);
  const rest = unknown.slice(UNKNOWN_LISTED);
  const rows = [...listed, ...unknown.slice(0, UNKNOWN_LISTED)].sort(byPeople);
  if (rest.length === 0) return rows;
  const countOf = (step: Step) => sumOf(rest.map(({ id }) => tally.of(step, { channel: id })));
  const people = rest.reduce((sum, one) => sum + one.people, 0);
  return [...rows, rowOf(REST, undefined, people, countSteps(steps, countOf, null))];
}
