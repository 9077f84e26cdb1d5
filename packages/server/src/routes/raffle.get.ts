import type { Output, Raffle } from '@fanfare/protocol';
import { answerCached } from '../http/answer.js';
import { nodeTime } from '../raffle/run.js';
import type { StoredActivity, StoredRaffle } from '../store.js';
import { findActivity, type Handler } from './call.js';
import { kept } from './kept.js';

function publicRaffles(activity: StoredActivity, stored: readonly StoredRaffle[]): Raffle[] {
  return activity.definition.raffles.map((raffle) => {
    const frozen = stored.find(({ id }) => id === raffle.id);
    const { id, title, node, prizes } = raffle;
    return {
      id,
      title,
      node,
      at: new Date(nodeTime(activity, raffle)).toISOString(),
      state: !frozen ? 'open' : frozen.value === null ? 'frozen' : 'drawn',
      prizes: prizes.map(({ id, name, kind, image, count }) => ({ id, name, kind, image, count })),
      ...(frozen && {
        entries: frozen.entries,
        list_hash: frozen.list_hash,
        beacon: { name: frozen.beacon, round: frozen.round, at: new Date(frozen.round_at).toISOString() },
        ...(frozen.value !== null && { value: frozen.value, winners: frozen.winners }),
      }),
    };
  });
}

/** The raffles of an activity, as far as they are. */
export const raffleGet: Handler = kept(async (call) => {
  const raffles = await call.env.store.read(async (reader) => {
    const activity = await findActivity(reader, call);
    return publicRaffles(activity, await reader.raffles(activity.id));
  });
  const answer: Output<'raffle.get'> = { raffles };
  return answerCached(call.request, answer, 'public, max-age=5, stale-while-revalidate=30');
});
