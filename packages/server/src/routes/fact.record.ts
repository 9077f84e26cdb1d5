import { type Input, phaseAt } from '@fanfare/protocol';
import { answerJson } from '../http/answer.js';
import { parseInput, readJson } from '../http/body.js';
import { refuse } from '../http/refusal.js';
import { isMemberId } from '../identity/identify.js';
import { GUEST_PREFIX } from '../ids.js';
import { followUp } from '../invite/happened.js';
import { addGrants, grantsFor, isBuiltInFact } from '../participant/grant.js';
import { ownerOf } from '../participant/sections.js';
import { lockCaller } from '../participant/see.js';
import type { StoredParticipant, Transaction } from '../store.js';
import { requireServerKey } from './authorize.js';
import { type Call, findActivity, type Handler, loadActivity } from './call.js';

type Fact = Input<'fact.record'>;

const wrong = (field: keyof Fact, expected: string, value: string) =>
  refuse('invalid', {
    errors: [{ pointer: `/${field}`, detail: `"${field}" expected ${expected}, got "${value}".` }],
  });

/** Whom the fact is about: a linked guest's facts are its member's. A member may be known by facts first. */
async function lockSubject(
  tx: Transaction,
  call: Call,
  activity: Awaited<ReturnType<typeof findActivity>>,
  { participant: id }: Fact,
): Promise<StoredParticipant> {
  const isGuest = id.startsWith(GUEST_PREFIX);
  const known = isGuest ? await tx.participant({ activity: activity.id, participant: id }) : null;
  if (isGuest && !known) wrong('participant', 'a guest that is known here', id);
  if (!isGuest && !isMemberId(id)) wrong('participant', 'a usable id', id);
  const subject = known?.linked_to ?? id;
  const kind = subject.startsWith(GUEST_PREFIX) ? 'guest' : 'member';
  return lockCaller(tx, call.env, activity, { kind, id: subject });
}

/** Records a fact once and grants what the rules give for it. */
export const factRecord: Handler = async (call) => {
  const { env, request } = call;
  await requireServerKey(call, env.keys.host, (await loadActivity(call)).definition.project);
  const body = await readJson(request, env.limits.bodyBytes);
  const fact = parseInput('fact.record', body);
  if (isBuiltInFact(fact.name))
    wrong('name', 'a fact of your own (the server records this one itself)', fact.name);

  const result = await env.store.transaction(async (tx) => {
    const activity = await findActivity(tx, call);
    const participant = await lockSubject(tx, call, activity, fact);
    const owner = ownerOf(participant);
    const at = env.now();
    const isOver = phaseAt(activity.definition.schedule, at) === 'ended';
    const grants = isOver
      ? []
      : await grantsFor(tx, activity, owner, { name: fact.name, occurrence: fact.id, at });
    const granted = grants.reduce((sum, grant) => sum + grant.chances, 0);
    const { id, name, value = null } = fact;
    if (!(await tx.addFact({ ...owner, id, name, value, granted, at }))) {
      const recorded = await tx.fact(activity.id, id);
      return { id, status: 'duplicate', granted: { chances: recorded?.granted ?? 0 } };
    }
    await addGrants(tx, grants);
    await followUp(tx, env, activity, participant, name, new Set(granted > 0 ? ['chances'] : []));
    return { id, status: 'recorded', granted: { chances: granted } };
  });
  return answerJson(result);
};
