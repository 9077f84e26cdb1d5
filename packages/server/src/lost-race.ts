// Losing the race for what was there when it was looked at: the last of a stock, the root of a lineage.
import { StoreUnavailable } from './store.js';

/** Somebody else was quicker between the look and the grasp: the effect is rolled back and run again. */
export class LostRace extends Error {
  override name = 'LostRace';
}

const ATTEMPTS = 20;

/** Runs `attempt` again while it loses a race; soon it sees what the others have left. */
export async function withRaces<T>(attempt: () => Promise<T>): Promise<T> {
  for (let left = ATTEMPTS; left > 0; left--) {
    try {
      return await attempt();
    } catch (error) {
      if (!(error instanceof LostRace)) throw error;
    }
  }
  throw new StoreUnavailable('[fanfare/server] it stayed contended');
}
