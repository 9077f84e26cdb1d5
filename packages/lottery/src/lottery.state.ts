// What the lottery is doing. The draw itself:
//
//   rest --spin--> asking --drawn--> landing --landed--> shown --dismiss--> rest
//                    | \--refused--> refused ----------------- dismiss ---^
//                    failed / overdue --> failed --retry--> asking     (same key: the chance is kept)
//                                            \--drawn--> landing       (an answer that came late)
import type { Draw } from '@fanfare/protocol';
import { gateOf, type World } from './lottery.world.js';

/** Whether the draw was asked for before the page was loaded. */
interface Asking {
  isResumed: boolean;
}

/** What happens on the stage. */
export type Play =
  | { phase: 'rest' }
  | ({ phase: 'asking' } & Asking)
  | ({ phase: 'landing'; draw: Draw } & Asking)
  | { phase: 'shown'; draw: Draw }
  | { phase: 'refused'; code: string }
  | { phase: 'failed'; code: string };

export type LotteryState = Play & {
  /** As shown: it stands still from the answer until the landing, so that nothing gives the prize away. */
  world: World;
  /** As known. */
  latest: World;
  isSoundOn: boolean;
};

export type LotteryEvent =
  | { type: 'learned'; world: World }
  | { type: 'hush'; isSoundOn: boolean }
  | { type: 'spin'; code?: string | undefined }
  | { type: 'resume' }
  | { type: 'retry' }
  | { type: 'drawn'; draw: Draw }
  | { type: 'landed' }
  | { type: 'refused'; code: string }
  | { type: 'failed'; code: string }
  | { type: 'forget' }
  | { type: 'dismiss' };

export const restingIn = (world: World, isSoundOn: boolean): LotteryState => ({
  phase: 'rest',
  world,
  latest: world,
  isSoundOn,
});

/** The wheel turns, or will in this very task. */
export const isBusy = ({ phase }: Play): boolean => phase === 'asking' || phase === 'landing';

/** Whether a tap may ask for a draw: a code opens one without a chance. */
export const canSpin = (state: LotteryState, code?: string): boolean => {
  if (isBusy(state) || state.phase === 'failed') return false;
  const gate = gateOf(state.world);
  return gate === 'ready' || (gate === 'empty' && !!code);
};

/** Chances to show: the one that is being used is gone already. */
export const chancesLeft = ({ phase, world }: LotteryState): number | undefined =>
  world.chances && Math.max(0, world.chances.left - (phase === 'asking' ? 1 : 0));

export function reduce(state: LotteryState, event: LotteryEvent): LotteryState {
  const { latest, isSoundOn } = state;
  /** Leaves what was going on; the page is up to date again. */
  const become = (play: Play): LotteryState => ({ ...play, world: latest, latest, isSoundOn });
  switch (event.type) {
    case 'learned':
      return { ...state, latest: event.world, world: isBusy(state) ? state.world : event.world };
    case 'hush':
      return { ...state, isSoundOn: event.isSoundOn };
    case 'spin':
      return canSpin(state, event.code) ? become({ phase: 'asking', isResumed: false }) : state;
    case 'resume':
      return isBusy(state) ? state : become({ phase: 'asking', isResumed: true });
    case 'retry':
      return state.phase === 'failed' ? become({ phase: 'asking', isResumed: false }) : state;
    case 'drawn': {
      if (state.phase !== 'asking' && state.phase !== 'failed') return state;
      const isResumed = state.phase === 'failed' || state.isResumed;
      return { phase: 'landing', draw: event.draw, isResumed, world: state.world, latest, isSoundOn };
    }
    case 'landed':
      return state.phase === 'landing' ? become({ phase: 'shown', draw: state.draw }) : state;
    case 'refused':
      if (state.phase !== 'asking' && state.phase !== 'failed') return state;
      return become(
        // Nobody waits for the answer to a tap of an earlier visit.
        state.phase === 'asking' && state.isResumed
          ? { phase: 'rest' }
          : { phase: 'refused', code: event.code },
      );
    case 'failed':
      return state.phase === 'asking' || state.phase === 'failed'
        ? become({ phase: 'failed', code: event.code })
        : state;
    case 'forget':
      return become({ phase: 'rest' });
    case 'dismiss':
      return state.phase === 'shown' || state.phase === 'refused' ? become({ phase: 'rest' }) : state;
  }
}
