// Section `invite` of `me`.
import type { Invite, InviteDefinition, TierDefinition } from '@fanfare/protocol';
import { poolLeft, quotaOf } from '../ledger/pool.js';
import type {
  Owner,
  Reader,
  StoredActivity,
  StoredFriend,
  StoredParticipant,
  StoredStock,
  StoredTierClaim,
} from '../store.js';
import { currentStep, type StepView, shownStep } from '../tasks/step.js';
import { friendsByTasks, taskStates } from '../tasks/task.state.js';

const FRIENDS_SHOWN = 200;

/**
 * A friend as the inviter may see it: by the invite's id, never by the participant's. Who has accepted and has only
 * the qualifying fact before them has joined; who is looked at by people is pending.
 */
export const shownFriend = ({
  id,
  name,
  avatar,
  state,
  reason,
  at,
}: StoredFriend): Invite['friends'][number] => ({
  id,
  ...(name !== null && { name }),
  ...(avatar !== null && { avatar }),
  state: reason === 'waiting' ? 'joined' : state,
  ...(reason !== null && { reason }),
  at: new Date(at).toISOString(),
});

/** Valid friends, and what approved tasks count for. */
export async function validOf(reader: Reader, invite: InviteDefinition, owner: Owner): Promise<number> {
  const byTasks = invite.tasks.some(({ friends }) => friends > 0)
    ? friendsByTasks(invite, await reader.submissions(owner))
    : 0;
  return (await reader.validFriends(owner)) + byTasks;
}

/** Whether nobody can claim a tier any more. */
async function isSoldOut(
  reader: Reader,
  { definition }: StoredActivity,
  { id, quota, envelope }: TierDefinition,
  stock: readonly StoredStock[],
): Promise<boolean> {
  const row = stock.find(({ prize }) => prize === quotaOf(id));
  if ((quota !== undefined || envelope) && (row?.left ?? 0) === 0) return true;
  if (!envelope || definition.pool === undefined) return false;
  const smallest = await reader.smallestEnvelope(definition.id, id);
  return smallest === null || smallest > poolLeft(definition, stock);
}

async function tierState(
  reader: Reader,
  activity: StoredActivity,
  tier: TierDefinition,
  { valid, claims, stock }: { valid: number; claims: StoredTierClaim[]; stock: StoredStock[] },
): Promise<Invite['tiers'][number]> {
  const claim = claims.find((one) => one.tier === tier.id);
  if (claim)
    return {
      id: tier.id,
      state: 'claimed',
      ...(claim.amount !== null && { amount: claim.amount }),
      reward: claim.reward,
      ...(valid < tier.friends && { missing: tier.friends - valid }),
    };
  if (await isSoldOut(reader, activity, tier, stock)) return { id: tier.id, state: 'sold_out' };
  return { id: tier.id, state: valid < tier.friends ? 'locked' : 'ready' };
}

/** What decides about the participant's steps. */
export async function stepViewOf(reader: Reader, invite: InviteDefinition, owner: Owner): Promise<StepView> {
  const last = invite.tiers.reduce((most, tier) => (tier.friends > most.friends ? tier : most));
  return {
    owner,
    invite,
    submissions: await reader.submissions(owner),
    channel: (await reader.invite(owner))?.channel ?? null,
    valid: await validOf(reader, invite, owner),
    hasLastTier: (await reader.tierClaims(owner)).some(({ tier }) => tier === last.id),
  };
}

/** The whole section; without invites in the activity it has the own code and link alone. */
export async function inviteOf(
  reader: Reader,
  activity: StoredActivity,
  participant: StoredParticipant,
): Promise<Invite> {
  const { invite, landing } = activity.definition;
  const url = new URL(landing);
  url.searchParams.set('invite', participant.invite_code);
  const own = {
    revision: participant.revisions.invite ?? 0,
    code: participant.invite_code,
    url: url.href,
  };
  if (!invite) return { ...own, valid: 0, friends: [], tiers: [], tasks: [] };

  const owner: Owner = { activity: activity.id, participant: participant.id };
  const view = await stepViewOf(reader, invite, owner);
  const standing = {
    valid: view.valid,
    claims: await reader.tierClaims(owner),
    stock: await reader.stock(activity.id),
  };
  const tiers: Invite['tiers'] = [];
  for (const tier of invite.tiers) tiers.push(await tierState(reader, activity, tier, standing));
  const step = await currentStep(reader, view);
  const accepted = await reader.invite(owner);
  return {
    ...own,
    valid: view.valid,
    friends: (await reader.friends(owner, FRIENDS_SHOWN)).map(shownFriend),
    tiers,
    tasks: taskStates(invite, view.submissions),
    ...(step && { step: shownStep(step, view) }),
    ...(accepted && { inviter: accepted.code }),
  };
}
