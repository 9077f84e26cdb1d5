// The states of each widget, and how the rehearsal brings them about.
import type { FaultName, PersonaName, Scene } from '@fanfare/rehearsal';

export interface StateRecipe {
  clock: Scene;
  persona?: PersonaName;
  faults?: readonly FaultName[];
  /** A tap on the widget's button, once it can be used. */
  taps?: boolean;
}

export const states = {
  loading: { clock: 'live', faults: ['timeout'] },
  error: { clock: 'live', faults: ['error'] },
  empty: { clock: 'live' },
  warmup: { clock: 'warmup' },
  live: { clock: 'live', persona: 'inviter' },
  won: { clock: 'live', persona: 'winner', taps: true },
  lost: { clock: 'live', taps: true },
  soldOut: { clock: 'live', faults: ['pool-empty'] },
  ended: { clock: 'ended' },
} satisfies Record<string, StateRecipe>;

export type StateName = keyof typeof states;

/** Tags with their attributes, and the states that say something about them. */
export const shown = {
  countdown: {
    tag: 'fanfare-countdown',
    attributes: {},
    states: ['loading', 'error', 'warmup', 'live', 'ended'],
  },
  lottery: { tag: 'fanfare-lottery', attributes: { haptics: 'false' }, states: Object.keys(states) },
  grid: {
    tag: 'fanfare-lottery',
    attributes: { kind: 'grid', haptics: 'false' },
    states: Object.keys(states),
  },
  poster: { tag: 'fanfare-poster', attributes: { scene: 'festive' }, states: ['loading', 'error', 'live'] },
  invite: {
    tag: 'fanfare-invite',
    attributes: {},
    states: ['loading', 'error', 'empty', 'warmup', 'live', 'soldOut', 'ended'],
  },
  checkin: {
    tag: 'fanfare-checkin',
    attributes: {},
    states: ['loading', 'error', 'empty', 'warmup', 'live', 'ended'],
  },
} as const satisfies Record<
  string,
  { tag: string; attributes: Record<string, string>; states: readonly string[] }
>;

export type ShownName = keyof typeof shown;
