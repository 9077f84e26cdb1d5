// What the store knows of its activities, for whoever watches them: the same from every copy.
import { phaseAt } from '@fanfare/protocol';
import type { Reader } from '../store.js';
import type { Metric } from './metrics.js';

type Sample = Metric['samples'][number];

/** The names of gauges and counters with what they say. */
const KNOWN: Record<string, [Metric['type'], string]> = {
  fanfare_participants_total: ['counter', 'Participants, linked guests left out.'],
  fanfare_draws_total: ['counter', 'Draws.'],
  fanfare_awards_total: ['counter', 'Rewards given out.'],
  fanfare_stock_left: ['gauge', 'What is left of a prize, a quota, or the pool in fen.'],
  fanfare_unsealed_draws: ['gauge', 'Draws that wait for their place in the public log, up to 1000.'],
  fanfare_outbox_waiting: ['gauge', 'Webhook messages on their way.'],
  fanfare_outbox_stuck: ['gauge', 'Webhook messages that were given up.'],
  fanfare_outbox_oldest_seconds: ['gauge', 'Age of the oldest message on its way.'],
};

/** Reads what is not over; what ended tells nothing new. */
export async function readStoreMetrics(reader: Reader, now: number): Promise<Metric[]> {
  const samples = new Map<string, Sample[]>(Object.keys(KNOWN).map((name) => [name, []]));
  const say = (name: string, value: number, labels: Record<string, string> = {}) =>
    samples.get(name)!.push({ labels, value });
  for (const activity of await reader.activityIds()) {
    const known = await reader.activity(activity);
    if (!known || phaseAt(known.definition.schedule, now) === 'ended') continue;
    const { participants, draws, awards } = await reader.counters(activity);
    say('fanfare_participants_total', participants, { activity });
    say('fanfare_draws_total', draws, { activity });
    say('fanfare_awards_total', awards, { activity });
    say('fanfare_unsealed_draws', (await reader.unsealedDraws(activity, 1000)).length, { activity });
    for (const { prize, left } of await reader.stock(activity))
      say('fanfare_stock_left', left, { activity, prize });
  }
  const { waiting, stuck, oldest } = await reader.outbox();
  say('fanfare_outbox_waiting', waiting);
  say('fanfare_outbox_stuck', stuck);
  say('fanfare_outbox_oldest_seconds', oldest === null ? 0 : Math.max(0, Math.round((now - oldest) / 1000)));
  return [...samples].map(([name, of]) => {
    const [type, help] = KNOWN[name]!;
    return { name, type, help, samples: of };
  });
}
