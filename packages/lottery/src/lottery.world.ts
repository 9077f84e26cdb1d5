// What the page knows of the activity, as the lottery sees it, and what that lets a person do.
import type { Chances, Live, LocalText, Phase, PublicLottery, Reward } from '@fanfare/protocol';

type StockLabel = Live['stock'][number];

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
  const out = new Set(stock.flatMap(({ prize, label }) => (label === 'out' ? [prize] : [])));
  const real = prizes.filter(({ kind }) => kind !== 'none');
  return real.length > 0 && real.every(({ id }) => out.has(id));
}
