// What has fired and where it is: the state behind the overlay, without a page.
import type { Plan } from '../plan/plan.js';
import type { EventState } from '../tracker.js';

export interface Sighting {
  id: string;
  name: string;
  state: EventState;
}

export interface Coverage {
  /** Takes in what the tracker tells. */
  hear(detail: { ids: readonly string[]; state: EventState; name?: string | undefined }): void;
  /** Planned events and how often each has fired. */
  planned(): { name: string; count: number }[];
  /** The last events, newest first. */
  last(): Sighting[];
  isPlanned(name: string): boolean;
}

const SHOWN = 50;

export function createCoverage(plan: Plan | undefined): Coverage {
  const counts = new Map<string, number>();
  const sightings = new Map<string, Sighting>();
  return {
    hear({ ids, state, name }) {
      for (const id of ids) {
        const seen = sightings.get(id);
        if (seen) seen.state = state;
        else if (name) {
          sightings.set(id, { id, name, state });
          counts.set(name, (counts.get(name) ?? 0) + 1);
        }
      }
      for (const id of sightings.keys()) {
        if (sightings.size <= SHOWN) break;
        sightings.delete(id);
      }
    },
    planned: () => Object.keys(plan?.events ?? {}).map((name) => ({ name, count: counts.get(name) ?? 0 })),
    last: () => [...sightings.values()].reverse(),
    isPlanned: (name) => !plan || name in plan.events || name.startsWith('$'),
  };
}
