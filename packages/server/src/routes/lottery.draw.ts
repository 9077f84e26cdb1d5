import { dayKeyAt } from '@fanfare/protocol';
import { makeDraw } from '../draw/draw.js';
import { signalsOf } from '../guard/signals.js';
import { parseInput, readJson } from '../http/body.js';
import { requireIdentity } from '../identity/identify.js';
import { fingerprintOf, keyOf, once } from '../keyed.js';
import { withRaces } from '../lost-race.js';
import { findActivity, type Handler, loadActivity } from './call.js';

/** One key, one draw. */
export const lotteryDraw: Handler = async (call) => {
  const { env, request, route } = call;
  const known = await loadActivity(call);
  const identity = await requireIdentity(env, known, request);
  const key = keyOf(request);
  const body = await readJson(request, env.limits.bodyBytes);
  const input = parseInput('lottery.draw', body);
  const signals = await signalsOf(call, known.id, identity.id);
  const scope = { activity: known.id, participant: identity.id, route: route.name };
  const fingerprint = fingerprintOf(body);
  const day = dayKeyAt(known.definition.zone, env.now());
  return withRaces(() =>
    env.store.transaction((tx) =>
      once(tx, { ...scope, key, fingerprint, at: env.now(), day }, async () =>
        makeDraw(tx, env, await findActivity(tx, call), { identity, input, signals }),
      ),
    ),
  );
};
