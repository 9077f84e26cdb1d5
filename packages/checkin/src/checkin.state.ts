// What is asked for:
//
//   rest --ask--> asking --answered--> done ---- ask / dismiss --> ...
//                   | \---refused----> refused - ask / dismiss --> ...
//                   failed --> failed --ask (the same: same key) --> asking
import { hasContent, type Wish } from './checkin.wish.js';
import { gateOf, type World } from './checkin.world.js';

export type Ask =
  | { phase: 'rest' }
  | { phase: 'asking'; wish: Wish }
  /** `gain`: points that came, or went (below 0). */
  | { phase: 'done'; wish: Wish; gain: number }
  | { phase: 'refused'; wish: Wish; code: string }
  /** Without a word of the backend: it may have happened or not; the tap is kept. */
  | { phase: 'failed'; wish: Wish; code: string };

export interface CheckinState {
  world: World;
  ask: Ask;
}

export type CheckinEvent =
  | { type: 'learned'; world: World }
  | { type: 'ask'; wish: Wish }
  /** Goes on with an unanswered tap. */
  | { type: 'resume'; wish: Wish }
  | { type: 'answered'; gain: number }
  | { type: 'refused'; code: string }
  | { type: 'failed'; code: string }
  | { type: 'dismiss' }
  | { type: 'forget' };

/** Whether this may be asked for now; the backend has the last word. */
export function canAsk({ world, ask }: CheckinState, wish: Wish): boolean {
  if (ask.phase === 'asking') return false;
  const gate = gateOf(world, wish.kind === 'exchange' ? 'shop' : 'checkin');
  if (gate !== 'ready' && gate !== 'done') return false;
  switch (wish.kind) {
    case 'today':
      return gate === 'ready' || hasContent(wish);
    case 'make_up':
      return !!world.checkin?.missed.includes(wish.day);
    case 'exchange':
      return !!world.shop?.items.some(({ id, cost }) => id === wish.item && cost <= balanceOf(world));
  }
}

export const balanceOf = ({ points }: World): number => points?.balance ?? 0;

export function reduce(state: CheckinState, event: CheckinEvent): CheckinState {
  const { ask } = state;
  const become = (next: Ask): CheckinState => ({ ...state, ask: next });
  switch (event.type) {
    case 'learned':
      // A day that has turned has not been checked in yet.
      return event.world.today !== state.world.today && ask.phase === 'done'
        ? { world: event.world, ask: { phase: 'rest' } }
        : { ...state, world: event.world };
    case 'ask':
      return canAsk(state, event.wish) ? become({ phase: 'asking', wish: event.wish }) : state;
    case 'resume':
      return ask.phase === 'asking' ? state : become({ phase: 'asking', wish: event.wish });
    case 'answered':
      return ask.phase === 'asking' ? become({ phase: 'done', wish: ask.wish, gain: event.gain }) : state;
    case 'refused':
    case 'failed':
      return ask.phase === 'asking' ? become({ phase: event.type, wish: ask.wish, code: event.code }) : state;
    case 'dismiss':
      return ask.phase === 'done' || ask.phase === 'refused' ? become({ phase: 'rest' }) : state;
    case 'forget':
      return become({ phase: 'rest' });
  }
}
