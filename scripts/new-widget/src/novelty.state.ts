// What the widget knows, and how each event changes it.
import type { Phase } from '@fanfare/protocol';

export interface NoveltyState {
  phase: Phase;
  /** How often this participant has waved. */
  waves: number;
  /** How many waves are left. */
  left: number;
}

export type NoveltyEvent =
  /** The participant asks to wave. */
  | { type: 'wave' }
  /** The activity has entered a phase. */
  | { type: 'turned'; phase: Phase };

export const startState = (most: number): NoveltyState => ({ phase: 'warmup', waves: 0, left: most });

export const canWave = ({ phase, left }: NoveltyState): boolean => phase === 'live' && left > 0;

export function reduce(state: NoveltyState, event: NoveltyEvent): NoveltyState {
  switch (event.type) {
    case 'turned':
      return { ...state, phase: event.phase };
    case 'wave':
      return canWave(state) ? { ...state, waves: state.waves + 1, left: state.left - 1 } : state;
  }
}
