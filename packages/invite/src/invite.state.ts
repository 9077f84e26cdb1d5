// What the widget knows, and how each event changes it. Everything that a person asks the backend for is a deed:
//
//   (none) --ask--> asking --done--> (none)
//                     | \--refused--> refused -- dismiss --> (none)
//                     failed --ask--> asking                (same key)
import type { Inviter } from './invite.landing.js';
import { tierStateOf, type World } from './invite.world.js';

/** A deed's name: what is done, and to what. `tier:first`, `accept:K7…`. */
export type DeedId = `${'accept' | 'tier' | 'task' | 'reward'}:${string}`;

export interface Deed {
  phase: 'asking' | 'failed' | 'refused';
  /** Why it failed or was refused. */
  code?: string;
}

/** An envelope that was just opened, or a reward that was just claimed. */
export interface Opened {
  tier: string;
  /** Fen. */
  amount?: number | undefined;
  receipt?: string | undefined;
}

export interface InviteState {
  world: World;
  isWechat: boolean;
  deeds: { readonly [id: DeedId]: Deed };
  /** Who has brought this person here, until that is answered. */
  inviter?: Inviter | undefined;
  /** The code that was accepted on this page. */
  accepted?: string | undefined;
  opened?: Opened | undefined;
}

export type InviteEvent =
  | { type: 'learned'; world: World }
  | { type: 'met'; inviter: Inviter }
  | { type: 'leave' }
  | { type: 'ask'; id: DeedId }
  | { type: 'done'; id: DeedId; opened?: Opened | undefined }
  | { type: 'failed'; id: DeedId; code: string }
  | { type: 'refused'; id: DeedId; code: string }
  | { type: 'dismiss'; id: DeedId }
  | { type: 'close' }
  | { type: 'forget' };

/** Whether an ask changes anything: one deed is done once at a time, and a tier only when it is ready. */
export function canAsk({ deeds, world }: InviteState, id: DeedId): boolean {
  if (deeds[id]?.phase === 'asking') return false;
  return (
    deeds[id]?.phase === 'failed' || !id.startsWith('tier:') || tierStateOf(world, id.slice(5)) === 'ready'
  );
}

const without = (deeds: InviteState['deeds'], id: DeedId): InviteState['deeds'] =>
  Object.fromEntries(Object.entries(deeds).filter(([key]) => key !== id));

export function reduce(state: InviteState, event: InviteEvent): InviteState {
  const { deeds } = state;
  const become = (id: DeedId, deed: Deed): InviteState => ({ ...state, deeds: { ...deeds, [id]: deed } });
  switch (event.type) {
    case 'learned':
      return { ...state, world: event.world };
    case 'met':
      return { ...state, inviter: event.inviter };
    case 'leave':
      return { ...state, inviter: undefined };
    case 'ask':
      return canAsk(state, event.id) ? become(event.id, { phase: 'asking' }) : state;
    case 'done': {
      if (!deeds[event.id]) return state;
      const isAccept = event.id.startsWith('accept:');
      return {
        ...state,
        deeds: without(deeds, event.id),
        ...(isAccept && { accepted: event.id.slice(7), inviter: undefined }),
        ...(event.opened && { opened: event.opened }),
      };
    }
    case 'failed':
    case 'refused':
      return deeds[event.id]?.phase === 'asking'
        ? become(event.id, { phase: event.type, code: event.code })
        : state;
    case 'dismiss':
      return deeds[event.id]?.phase === 'asking' ? state : { ...state, deeds: without(deeds, event.id) };
    case 'close':
      return { ...state, opened: undefined };
    case 'forget':
      return { ...state, deeds: {}, accepted: undefined, opened: undefined };
  }
}
