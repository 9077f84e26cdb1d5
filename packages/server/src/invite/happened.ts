// What follows from a fact: chances by the rules, the friend who counts now, the tasks and steps that are done. One
// fact may lead to another (the friend's order is the inviter's valid friend), always upwards, so it comes to an end.
import { type Definition, phaseAt } from '@fanfare/protocol';
import type { Environment } from '../environment.js';
import { addGrants, grantsFor } from '../participant/grant.js';
import { ownerOf, type SectionName, touch } from '../participant/sections.js';
import type { StoredActivity, StoredInvite, StoredParticipant, Transaction } from '../store.js';
import { approveTask } from '../tasks/approve.js';
import { letCount } from './let-count.js';

/** A fact, and what makes it this one: rules grant once for an occurrence. */
export interface Happening {
  name: string;
  occurrence: string;
}

/** An approved task, however often it was approved. */
export const taskFact = (task: string): Happening => ({ name: `task.${task}`, occurrence: `task.${task}` });
/** A friend who counts. */
export const friendFact = ({ id }: StoredInvite): Happening => ({
  name: 'friend.valid',
  occurrence: `friend.${id}`,
});

const awaits = (invite: Definition['invite'], name: string): boolean =>
  invite?.steps.some(({ done_by }) => done_by === name) === true;

/** Grants what the rules give for a fact. */
async function grantFor(
  tx: Transaction,
  activity: StoredActivity,
  participant: StoredParticipant,
  fact: Happening,
  at: number,
): Promise<boolean> {
  const grants = await grantsFor(tx, activity, ownerOf(participant), { ...fact, at });
  return (await addGrants(tx, grants)) > 0;
}

/** {@link happened} without the grants, for whoever has added those already. */
export async function followUp(
  tx: Transaction,
  env: Environment,
  activity: StoredActivity,
  participant: StoredParticipant,
  name: string,
  changed: Set<SectionName> = new Set(),
): Promise<StoredParticipant> {
  const { invite, schedule } = activity.definition;
  if (!invite || phaseAt(schedule, env.now()) === 'ended') return touchAll(tx, participant, changed);
  const owner = ownerOf(participant);

  const done: Happening[] = [];
  for (const task of invite.tasks)
    if (task.done_by === name && (await approveTask(tx, env, owner, task))) done.push(taskFact(task.id));
  if (done.length > 0 || awaits(invite, name)) changed.add('invite');
  let current = await touchAll(tx, participant, changed);
  for (const fact of done) current = await happened(tx, env, activity, current, fact);

  const own = invite.qualify === name ? await tx.invite(owner) : null;
  if (own?.state === 'pending' && own.reason === 'waiting') {
    const inviter = await letCount(tx, own);
    if (inviter) await happened(tx, env, activity, inviter, friendFact(own));
  }
  return current;
}

const touchAll = async (
  tx: Transaction,
  participant: StoredParticipant,
  changed: Set<SectionName>,
): Promise<StoredParticipant> => (changed.size > 0 ? touch(tx, participant, changed) : participant);

/** Does what follows from a fact of a participant, who must be locked; answers it with its new revisions. */
export async function happened(
  tx: Transaction,
  env: Environment,
  activity: StoredActivity,
  participant: StoredParticipant,
  fact: Happening,
): Promise<StoredParticipant> {
  const at = env.now();
  const changed = new Set<SectionName>();
  const isOver = phaseAt(activity.definition.schedule, at) === 'ended';
  if (!isOver && (await grantFor(tx, activity, participant, fact, at))) changed.add('chances');
  return followUp(tx, env, activity, participant, fact.name, changed);
}
