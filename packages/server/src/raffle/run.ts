// What is due: lists whose node has come, and draws whose number is told.
import type { RaffleDefinition } from '@fanfare/protocol';
import type { Environment } from '../environment.js';
import type { StoredActivity } from '../store.js';
import { drawRaffle } from './draw.js';
import { freezeRaffle } from './freeze.js';

/** When a raffle's list is frozen (unix ms). */
export const nodeTime = ({ definition }: StoredActivity, { node }: RaffleDefinition): number =>
  Date.parse(definition.nodes.find(({ id }) => id === node)?.at ?? definition.schedule.end_at);

async function step(env: Environment, activityId: string, raffleId: string): Promise<boolean> {
  const { beacon, store } = env;
  if (!beacon) return false;
  const stored = await store.read(async (reader) =>
    (await reader.raffles(activityId)).find(({ id }) => id === raffleId),
  );
  if (stored?.value) return false;
  const value = stored && env.now() >= stored.round_at ? await beacon.read(stored.round) : null;
  if (stored && value === null) return false;
  return store.transaction(async (tx) => {
    if (!(await tx.tryLock(`raffle ${activityId} ${raffleId}`))) return false;
    const activity = (await tx.activity(activityId))!;
    const definition = activity.definition.raffles.find(({ id }) => id === raffleId)!;
    const known = (await tx.raffles(activityId)).find(({ id }) => id === raffleId);
    if (known) return known.value === null && value !== null && drawRaffle(tx, env, known, definition, value);
    await freezeRaffle(tx, activity, definition, beacon, env.now());
    return true;
  });
}

/** Freezes and draws what is due in every activity, and answers how many steps were made. */
export async function runRaffles(env: Environment): Promise<number> {
  if (!env.beacon) return 0;
  const due = await env.store.read(async (reader) => {
    const found: [string, string][] = [];
    for (const id of await reader.activityIds()) {
      const activity = await reader.activity(id);
      for (const raffle of activity?.definition.raffles ?? [])
        if (env.now() >= nodeTime(activity!, raffle)) found.push([id, raffle.id]);
    }
    return found;
  });
  let steps = 0;
  for (const [activity, raffle] of due) if (await step(env, activity, raffle)) steps++;
  return steps;
}
