// What the page knows of the activity, as the widget sees it, and what that lets a person do.
import type { Activity } from '@fanfare/core';
import type { Invite, Live, LocalText, Phase, PublicInvite, PublicTask, Reward } from '@fanfare/protocol';

export interface World {
  /** Absent where the activity has no invites. */
  plan?: PublicInvite | undefined;
  tasks: readonly PublicTask[];
  /** My own progress; absent until known. */
  mine?: Invite | undefined;
  rewards: readonly Reward[];
  /** What is left of first-N quotas, by now. */
  left: Live['tiers'];
  phase: Phase;
  /** IANA zone of every time shown. */
  zone: string;
  isSignedOut: boolean;
  isOffline: boolean;
  isPaused: boolean;
  /** The operator's words for the pause. */
  notice?: LocalText | undefined;
  /** The compliant form: nothing here ties a reward to sharing. */
  isModest: boolean;
}

/** What can be done now: `ready` for all of it, or why not. */
export type Gate = 'absent' | 'ended' | 'paused' | 'warmup' | 'signed-out' | 'offline' | 'loading' | 'ready';

export function gateOf(world: World): Gate {
  if (!world.plan) return 'absent';
  if (world.phase === 'ended') return 'ended';
  if (world.isPaused) return 'paused';
  if (world.phase === 'warmup') return 'warmup';
  if (world.isSignedOut) return 'signed-out';
  if (world.isOffline) return 'offline';
  return world.mine ? 'ready' : 'loading';
}

export type TierState = 'locked' | 'ready' | 'claimed' | 'sold-out';

/** A tier as it is by now: what was left when my progress was read may be gone. */
export function tierStateOf({ mine, left, plan }: World, id: string): TierState {
  const known = mine?.tiers.find((tier) => tier.id === id);
  if (known?.state === 'claimed') return 'claimed';
  const isGone = left.some(({ tier, left: n }) => tier === id && n === 0);
  if (known?.state === 'sold_out' || isGone) return 'sold-out';
  const friends = plan?.tiers.find((tier) => tier.id === id)?.friends ?? Number.POSITIVE_INFINITY;
  return known?.state === 'ready' || (mine?.valid ?? 0) >= friends ? 'ready' : 'locked';
}

/** The tier that is worked for: the first that is not full, else the last. */
export function nextTier({ plan, mine }: World): PublicInvite['tiers'][number] | undefined {
  const tiers = [...(plan?.tiers ?? [])].sort((a, b) => a.friends - b.friends);
  return tiers.find(({ friends }) => friends > (mine?.valid ?? 0)) ?? tiers[tiers.length - 1];
}

/** Reads what the activity knows, and follows it inside an effect. */
export function worldOf(activity: Activity, isModest: boolean, isOffline = false): World {
  const { invite, tasks = [], zone, guests } = activity.definition.value!;
  const participant = activity.participant.value;
  const live = activity.live.value;
  const isKnown = activity.participantStatus.value === 'ready';
  return {
    plan: invite,
    tasks,
    mine: activity.section('invite').value,
    rewards: activity.section('rewards').value?.items ?? [],
    left: live?.tiers ?? [],
    phase: activity.currentPhase.value!,
    zone,
    isSignedOut: isKnown && (!participant || (participant.kind === 'guest' && guests !== 'act')),
    isOffline,
    isPaused: !!live?.paused.some((name) => name === 'invite' || name === '*'),
    notice: live?.notice,
    isModest,
  };
}
