// `me`: who the caller is and what is theirs.
import type { Me } from '@fanfare/protocol';
import { expireOverdue } from '../claims/expire.js';
import { isOverdue } from '../claims/overdue.js';
import type { Environment } from '../environment.js';
import { saltOf } from '../fairness/salt.js';
import type { Identity } from '../identity/identify.js';
import type { Reader, StoredActivity, StoredParticipant } from '../store.js';
import { sectionsOf } from './sections.js';
import { isSeen, see } from './see.js';

/** `me` of a participant that was brought up to date. */
export async function meOf(
  reader: Reader,
  activity: StoredActivity,
  participant: StoredParticipant,
  now: number,
): Promise<Me> {
  const { id, kind, name, avatar } = participant;
  return {
    participant: {
      id,
      kind,
      salt: saltOf(activity, id),
      ...(name !== null && { name }),
      ...(avatar !== null && { avatar }),
    },
    sections: await sectionsOf(reader, activity, participant, now),
  };
}

/** `me` of the caller in the activity that `find` reads; writes only when the caller is new, new today, or too late for a reward. */
export async function readMe(
  env: Environment,
  find: (reader: Reader) => Promise<StoredActivity>,
  identity: Identity,
): Promise<Me> {
  const now = env.now();
  const known = await env.store.read(async (reader) => {
    const activity = await find(reader);
    const participant = await reader.participant({ activity: activity.id, participant: identity.id });
    if (!participant || !isSeen(activity, participant, identity, now)) return null;
    const me = await meOf(reader, activity, participant, now);
    return me.sections.rewards?.items.some((reward) => isOverdue(reward, now)) ? null : me;
  });
  return (
    known ??
    env.store.transaction(async (tx) => {
      const activity = await find(tx);
      const seen = await see(tx, env, activity, identity);
      return meOf(tx, activity, await expireOverdue(tx, seen, now), now);
    })
  );
}
