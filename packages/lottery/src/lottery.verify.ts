// Checks one's own draw against what the backend publishes: loaded when somebody asks for it.
import type { Activity } from '@fanfare/core';
import type { Commitment, Draw } from '@fanfare/protocol';
import { fairnessGet, fairnessLog } from '@fanfare/protocol/routes';
import { verifyDraw } from '@fanfare/protocol/verify';

/** `proven`: made again. `committed`: in order, the seed comes after the close. `unknown`: could not be looked up. */
export type Verdict = 'proven' | 'committed' | 'refuted' | 'unknown';

/** What the page knows of a draw beside its answer. */
export interface DrawProof {
  draw: Draw;
  client_seed: string;
  /** The commitment that stood in the definition when it was drawn. */
  seen: Commitment | undefined;
}

/** So long may a draw wait for its place in the log. */
const UNSEALED_MS = 60_000;

/** Looks a draw up and says what came out. */
export async function verifyOwn(
  activity: Activity,
  { draw, client_seed, seen }: DrawProof,
): Promise<Verdict> {
  const owner = activity.participant.peek();
  const [fairness, log] = await Promise.all([
    activity.call(fairnessGet, {}),
    activity.call(fairnessLog, { query: { draw: draw.id, limit: '1' } }),
  ]);
  if (!owner?.salt || !fairness.ok || !log.ok) return 'unknown';
  const [entry] = log.value.entries;
  const isFresh = activity.now() - Date.parse(draw.at) < UNSEALED_MS;
  return verifyDraw({
    activity: activity.id,
    participant: owner.id,
    salt: owner.salt,
    client_seed,
    draw,
    fairness: fairness.value,
    ...(entry ? { entry } : !isFresh && { entry: null }),
    ...(seen?.epoch === draw.epoch && { seen }),
  }).state;
}
