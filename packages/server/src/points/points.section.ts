// Section `points` of `me`.
import type { Definition, Points } from '@fanfare/protocol';
import type { Reader, StoredActivity, StoredParticipant } from '../store.js';

const SHOWN = 100;

/** Whether an activity has points at all: somebody can earn or spend them. */
export const hasPoints = ({ checkin, shop, lottery, invite }: Definition): boolean =>
  checkin !== undefined ||
  shop !== undefined ||
  lottery?.prizes.some(({ kind }) => kind === 'points') === true ||
  invite?.tiers.some(({ kind }) => kind === 'points') === true;

/** The balance and its newest entries. */
export async function pointsOf(
  reader: Reader,
  { definition }: StoredActivity,
  { activity, id, revisions }: StoredParticipant,
): Promise<Points | undefined> {
  if (!hasPoints(definition)) return undefined;
  const owner = { activity, participant: id };
  const entries = await reader.pointEntries(owner, SHOWN);
  return {
    revision: revisions.points ?? 0,
    balance: await reader.balance(owner),
    history: entries.map(({ id, at, change, reason, subject }) => ({
      id,
      at: new Date(at).toISOString(),
      change,
      reason,
      ...(subject !== null && { subject }),
    })),
  };
}
