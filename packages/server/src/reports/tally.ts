// Looks counts up among the cells of a report.
import { EVERYBODY, type ReportCell } from '../store.js';
import type { Step } from './steps.js';

/** What is counted of one thing. */
export interface Count {
  people: number;
  events: number;
  value: number | null;
}

/** Of all cells, or of those of one half-day or channel. */
export interface Within {
  bucket?: number;
  channel?: string | null;
}

/** Where the cells of a report come from. */
export type Cells = Record<Step['source'], readonly ReportCell[]>;

/** Adds cells up. */
export interface Tally {
  of(step: Pick<Step, 'source' | 'name'>, within?: Within): Count;
  /** People of whom there is any event. */
  people(within?: Within): number;
  /** Channels that anybody came by; null for those who came by none. */
  readonly channels: ReadonlySet<string | null>;
}

const everybody = { source: 'event', name: EVERYBODY } as const;
const keyOf = (parts: readonly unknown[]) => JSON.stringify(parts);

function addTo(sums: Map<string, Count>, key: string, { people, events, value }: Count): void {
  const sum = sums.get(key) ?? { people: 0, events: 0, value: null };
  sums.set(key, {
    people: sum.people + people,
    events: sum.events + events,
    value: value === null ? sum.value : (sum.value ?? 0) + value,
  });
}

/** Adds every cell up in each way that it is asked for. */
export function createTally(cells: Cells): Tally {
  const sums = new Map<string, Count>();
  const channels = new Set<string | null>();
  for (const [source, list] of Object.entries(cells))
    for (const cell of list) {
      const { name, bucket, channel } = cell;
      channels.add(channel);
      addTo(sums, keyOf([source, name]), cell);
      addTo(sums, keyOf([source, name, 'bucket', bucket]), cell);
      addTo(sums, keyOf([source, name, 'channel', channel]), cell);
    }
  const of: Tally['of'] = ({ source, name }, { bucket, channel } = {}) => {
    const split =
      bucket !== undefined ? ['bucket', bucket] : channel !== undefined ? ['channel', channel] : [];
    return sums.get(keyOf([source, name, ...split])) ?? { people: 0, events: 0, value: null };
  };
  return { of, people: (within) => of(everybody, within).people, channels };
}
