// What could not be kept is counted, by reason, until the server has been told.
import type { DropReason } from '../intake/page-state.js';

export interface Drop {
  count: number;
  /** Unix ms of the oldest and the newest event that was dropped. */
  from: number;
  to: number;
}
export type Drops = { [Reason in DropReason]?: Drop };

/** The counts with some more drops; what was given stays as it is. */
export function addDrops(drops: Drops | undefined, more: readonly [DropReason, number][]): Drops {
  const sum: Drops = { ...drops };
  for (const [reason, time] of more) {
    const { count, from, to } = sum[reason] ?? { count: 0, from: time, to: time };
    sum[reason] = { count: count + 1, from: Math.min(from, time), to: Math.max(to, time) };
  }
  return sum;
}
