// Losing the race for the last of something that was there when it was looked at.
import type { Answer } from './http/answer.js';
import { StoreUnavailable } from './store.js';

/** The last one was taken between reading the stock and taking from it: the effect is rolled back and run again. */
export class StockRace extends Error {
  override name = 'StockRace';
}

const ATTEMPTS = 20;

/** Runs `attempt` again while it loses the race for the last of a stock; then the stock reads as empty. */
export async function withStockRaces(attempt: () => Promise<Answer>): Promise<Answer> {
  for (let left = ATTEMPTS; left > 0; left--) {
    try {
      return await attempt();
    } catch (error) {
      if (!(error instanceof StockRace)) throw error;
    }
  }
  throw new StoreUnavailable('[fanfare/server] the stock stayed contended');
}
