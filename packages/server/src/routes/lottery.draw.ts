import { makeDraw, StockRace } from '../draw/draw.js';
import type { Answer } from '../http/answer.js';
import { parseInput, readJson } from '../http/body.js';
import { requireIdentity } from '../identity/identify.js';
import { fingerprintOf, keyOf, once } from '../keyed.js';
import { StoreUnavailable } from '../store.js';
import { findActivity, type Handler, loadActivity } from './call.js';

const ATTEMPTS = 20;

/** Runs `attempt` again while it loses the race for the last of a stock; then the stock reads as empty. */
async function withStockRaces(attempt: () => Promise<Answer>): Promise<Answer> {
  for (let left = ATTEMPTS; left > 0; left--) {
    try {
      return await attempt();
    } catch (error) {
      if (!(error instanceof StockRace)) throw error;
    }
  }
  throw new StoreUnavailable('[fanfare/server] the stock stayed contended');
}

/** One key, one draw. */
export const lotteryDraw: Handler = async (call) => {
  const { env, request, route } = call;
  const known = await loadActivity(call);
  const identity = await requireIdentity(env, known, request);
  const key = keyOf(request);
  const body = await readJson(request, env.limits.bodyBytes);
  const input = parseInput('lottery.draw', body);
  const scope = { activity: known.id, participant: identity.id, route: route.name };
  const fingerprint = await fingerprintOf(body);
  return withStockRaces(() =>
    env.store.transaction((tx) =>
      once(tx, { ...scope, key, fingerprint, at: env.now() }, async () =>
        makeDraw(tx, env, await findActivity(tx, call), { identity, input }),
      ),
    ),
  );
};
