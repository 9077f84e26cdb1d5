// Claims one reward, once: the form is kept, the state becomes `claimed`, and what was reserved is issued.
import type { Input, Output } from '@fanfare/protocol';
import type { Environment } from '../environment.js';
import { refuse } from '../http/refusal.js';
import type { Identity } from '../identity/identify.js';
import type { Effect } from '../keyed.js';
import { resolve } from '../ledger/ledger.js';
import { ownerOf, rewardsOf, touch } from '../participant/sections.js';
import { see } from '../participant/see.js';
import type { StoredActivity, Transaction } from '../store.js';
import { checkForm } from './form.js';
import { isOverdue } from './overdue.js';

/** Whose claim of what. */
export interface ClaimRequest {
  identity: Identity;
  /** Id of the reward. */
  reward: string;
  input: Input<'reward.claim'>;
}

/** Whoever cannot be found again cannot be sent anything. */
function requireAddressee(activity: StoredActivity, identity: Identity, form: string): void {
  if (identity.kind === 'member') return;
  if (activity.definition.guests !== 'act') refuse('guest_forbidden');
  if (form !== 'none') refuse('guest_forbidden', { detail: 'Sign in to say where it shall be sent.' });
}

/** Claims. Refuses `reward_expired` without a change: the state is set when the rewards are read. */
export async function claimReward(
  tx: Transaction,
  env: Environment,
  activity: StoredActivity,
  { identity, reward: id, input }: ClaimRequest,
): Promise<Effect> {
  const now = env.now();
  const participant = await see(tx, env, activity, identity);
  const owner = ownerOf(participant);
  const reward = (await tx.reward(owner, id)) ?? refuse('not_found');
  if (reward.state === 'expired' || isOverdue(reward, now)) refuse('reward_expired');
  if (reward.state !== 'pending') refuse('reward_claimed');
  requireAddressee(activity, identity, reward.form);
  checkForm(reward, input);

  if (!(await tx.addClaim({ ...owner, reward: id, form: input, at: now }))) refuse('reward_claimed');
  const {
    activity: _activity,
    participant: _participant,
    ...claimed
  } = { ...reward, state: 'claimed' } as const;
  await tx.updateReward({ ...claimed, ...owner });
  await resolve(tx, 'posted', { activity: activity.id, id, at: now });
  const seen = await touch(tx, participant, ['rewards']);
  const result: Output<'reward.claim'> = {
    reward: claimed,
    sections: { rewards: await rewardsOf(tx, seen, now) },
  };
  return { body: JSON.stringify(result) };
}
