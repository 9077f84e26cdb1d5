// The whole of `task.submit`: a task, or a step after the last tier, by its id.
import type { Input, Output } from '@fanfare/protocol';
import { requireOpen } from '../draw/draw.gate.js';
import type { Environment } from '../environment.js';
import { refuse } from '../http/refusal.js';
import type { Identity } from '../identity/identify.js';
import { uuidv7 } from '../ids.js';
import { inviteOf, stepViewOf } from '../invite/section.js';
import type { Effect } from '../keyed.js';
import { requireUnlinked } from '../participant/require-unlinked.js';
import { ownerOf, touch } from '../participant/sections.js';
import { see } from '../participant/see.js';
import type { StoredActivity, Transaction } from '../store.js';
import { submitStep } from './step.submit.js';
import { submitTask } from './task.submit.js';

/** Who hands in what. */
export interface HandInRequest {
  identity: Identity;
  /** Id of the task or step. */
  task: string;
  input: Input<'task.submit'>;
}

/** Hands in. */
export async function handIn(
  tx: Transaction,
  env: Environment,
  activity: StoredActivity,
  { identity, task: id, input }: HandInRequest,
): Promise<Effect> {
  const now = env.now();
  requireOpen(activity, identity, 'invite', now);
  const { invite } = activity.definition;
  const task = invite?.tasks.find((one) => one.id === id);
  const step = invite?.steps.find((one) => one.id === id);
  if (!invite || (!task && !step)) refuse('not_found');
  const participant = await see(tx, env, activity, identity);
  requireUnlinked(participant);

  if (step) {
    const view = await stepViewOf(tx, invite!, ownerOf(participant));
    await submitStep(tx, view, step, input, { id: uuidv7(now, env.random), at: now });
  }
  const told = await touch(tx, participant, ['invite']);
  const seen = task ? await submitTask(tx, env, activity, told, task, input) : told;
  const result: Output<'task.submit'> = { sections: { invite: await inviteOf(tx, activity, seen) } };
  return { body: JSON.stringify(result) };
}
