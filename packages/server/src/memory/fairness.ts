// The log of draws in memory.
import type { FairnessReader, FairnessTransaction, SealedDraw } from '../store.fairness.js';
import { keyOf, type Tables } from './tables.js';

/** What may be read of the log. */
export function readFairness(tables: Tables): FairnessReader {
  const drawOf = (activity: string, id: string) => tables.draws.get(keyOf(activity, id))!;
  return {
    epochs: async (activity) => [...(tables.epochs.get(activity) ?? [])],
    logHead: async (activity) => tables.logHeads.get(activity) ?? null,
    async sealedDraws(activity, after, limit) {
      const sealed: SealedDraw[] = [];
      for (let sequence = after + 1; sealed.length < limit; sequence++) {
        const entry = tables.sealed.get(keyOf(activity, sequence));
        if (!entry) break;
        sealed.push({ ...drawOf(activity, entry.draw), sequence, hash: entry.hash });
      }
      return sealed;
    },
    sealedAt: async (activity, draw) => tables.sealedPlaces.get(keyOf(activity, draw)) ?? null,
    unsealedDraws: async (activity, limit) =>
      tables.unsealed
        .values()
        .filter((one) => one.activity === activity)
        .map(({ draw }) => draw)
        .sort()
        .slice(0, limit)
        .map((id) => drawOf(activity, id)),
  };
}

/** How the log grows. */
export function writeFairness(tables: Tables): Pick<FairnessTransaction, 'sealDraws'> {
  return {
    async sealDraws(activity, sealed) {
      for (const { sequence, draw, hash } of sealed) {
        const place = keyOf(activity, sequence);
        const key = keyOf(activity, draw);
        if (tables.sealed.get(place) || tables.sealedPlaces.get(key) !== undefined)
          throw new Error('[fanfare/server] a draw was sealed twice');
        tables.sealed.set(place, { sequence, draw, hash });
        tables.sealedPlaces.set(key, sequence);
        tables.unsealed.delete(key);
        tables.logHeads.set(activity, { sequence, hash });
      }
    },
  };
}
