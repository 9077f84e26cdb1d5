// What the page knows of the activity, as the lottery sees it, and what that lets a person do.
import type { Activity } from '@fanfare/core';
import type { Chances, Live, LocalText, Phase, PublicLottery, Reward } from '@fanfare/protocol';

type StockLabel = Live['stock'][number];

/** What the page knows of the activity. */
export interface World {
  /** Absent where the activity has no lottery. */
  lottery?: PublicLottery | undefined;
  phase: Phase;
  /** When it goes live: RFC 3339. */
  startAt: string;
  /** IANA zone of every time shown. */
  zone: string;
  /** Whether it is known who is here. */
  isKnown: boolean;
  /** Nobody who may draw is signed in. */
  isSignedOut: boolean;
  isOffline: boolean;
  isPaused: boolean;
  /** The operator's words for the pause. */
  notice?: LocalText | undefined;
  stock: readonly StockLabel[];
  /** Absent until known, and where the backend does not count chances. */
  chances?: Chances | undefined;
  rewards: readonly Reward[];
}

/** What can be done now: `ready` to draw, or why not. */
export type Gate =
  | 'absent'
  | 'ended'
  | 'paused'
  | 'warmup'
  | 'signed-out'
  | 'offline'
  | 'sold-out'
  | 'loading'
  | 'empty'
  | 'ready';

/** What can be done now; a draw that is under way is not looked at. */
export function gateOf(world: World): Gate {
  if (!world.lottery) return 'absent';
  if (world.phase === 'ended') return 'ended';
  if (world.isPaused) return 'paused';
  if (world.phase === 'warmup') return 'warmup';
  if (world.isKnown && world.isSignedOut) return 'signed-out';
  if (world.isOffline) return 'offline';
  if (isSoldOut(world.lottery, world.stock)) return 'sold-out';
  if (!world.isKnown) return 'loading';
  return world.chances?.left === 0 ? 'empty' : 'ready';
}

/** A prize without a stock label cannot run out. */
function isSoldOut({ prizes }: PublicLottery, stock: readonly StockLabel[]): boolean {
  return prizes.every(
    ({ id, kind }) => kind === 'none' || stock.some(({ prize, label }) => prize === id && label === 'out'),
  );
}

/** It turns, or will in this very task. */
export const isBusy = ({ phase }: { phase: string }): boolean => phase === 'asking' || phase === 'landing';

interface Standing {
  phase: string;
  world: World;
  /** Of a refusal. */
  code?: string;
}

/** Whether a tap may ask for a draw: a code opens one without a chance. */
export function canSpin(state: Standing, code?: string): boolean {
  const gate = gateOf(state.world);
  return !isBusy(state) && state.phase !== 'failed' && (gate === 'ready' || (gate === 'empty' && !!code));
}

/** Whether signing in is the way on. */
export const needsSignIn = ({ phase, world, code }: Standing): boolean =>
  phase === 'refused' ? code === 'guest_forbidden' : phase === 'rest' && gateOf(world) === 'signed-out';

/** Reads what the activity knows, and follows it inside an effect. */
export function worldOf(activity: Activity, isOffline = false): World {
  const { lottery, schedule, zone, guests } = activity.definition.value!;
  const participant = activity.participant.value;
  const live = activity.live.value;
  return {
    lottery,
    phase: activity.currentPhase.value!,
    startAt: schedule.start_at,
    zone,
    isKnown: activity.participantStatus.value === 'ready',
    isSignedOut: !participant || (participant.kind === 'guest' && guests !== 'act'),
    isOffline,
    isPaused: !!live?.paused.some((name) => name === 'lottery' || name === '*'),
    notice: live?.notice,
    stock: live?.stock ?? [],
    chances: activity.section('chances').value,
    rewards: activity.section('rewards').value?.items ?? [],
  };
}
