// What the lottery is doing. The draw itself:
//
//   rest --spin--> asking --drawn--> landing --landed--> shown --dismiss--> rest
//                    | \--refused--> refused ----------------- dismiss ---^
//                    failed / overdue --> failed --retry--> asking     (same key: the chance is kept)
//                                            \--drawn--> landing       (an answer that came late)
import type { Draw } from '@fanfare/protocol';
import { canSpin, isBusy, type World } from './lottery.world.js';

/** What happens on the stage. */
export type Play =
  | { phase: 'rest' }
  /** `isResumed`: asked for before the page was loaded, or long ago, so that nobody needs to be kept waiting. */
  | { phase: 'asking'; isResumed: boolean }
  | { phase: 'landing'; isResumed: boolean; draw: Draw }
  | { phase: 'shown'; draw: Draw }
  | { phase: 'refused'; code: string }
  | { phase: 'failed'; code: string };

/** Everything the view shows. */
export type LotteryState = Play & {
  /** As shown: it stands still from the answer until the landing, so that nothing gives the prize away. */
  world: World;
  /** As known. */
  latest: World;
  isSoundOn: boolean;
};

/** Intents are imperative, facts are in the past tense. */
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

/** The state after an event; the same object where the event changes nothing. */
export function reduce(state: LotteryState, event: LotteryEvent): LotteryState {
  const { latest, isSoundOn, phase } = state;
  const isAwaited = phase === 'asking' || phase === 'failed';
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
      return phase === 'failed' ? become({ phase: 'asking', isResumed: false }) : state;
    case 'drawn':
      return isAwaited
        ? { ...state, phase: 'landing', isResumed: phase === 'failed' || state.isResumed, draw: event.draw }
        : state;
    case 'landed':
      return phase === 'landing' ? become({ phase: 'shown', draw: state.draw }) : state;
    case 'refused':
      if (!isAwaited) return state;
      // Nobody waits for the answer to a tap of an earlier visit.
      return become(
        phase === 'asking' && state.isResumed ? { phase: 'rest' } : { phase: 'refused', code: event.code },
      );
    case 'failed':
      return isAwaited ? become({ phase: 'failed', code: event.code }) : state;
    case 'forget':
      return become({ phase: 'rest' });
    case 'dismiss':
      return phase === 'shown' || phase === 'refused' ? become({ phase: 'rest' }) : state;
  }
}
