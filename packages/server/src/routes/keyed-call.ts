// The way of every keyed route of a participant: who calls, the key, the body, then one transaction.
import type { contracts, RouteName } from '@fanfare/protocol';
import { type Signals, signalsOf } from '../guard/signals.js';
import type { Answer } from '../http/answer.js';
import { parseInput, readJson } from '../http/body.js';
import { type Identity, requireIdentity } from '../identity/identify.js';
import { type Effect, fingerprintOf, keyOf, once } from '../keyed.js';
import { withRaces } from '../lost-race.js';
import type { StoredActivity, Transaction } from '../store.js';
import { type Call, findActivity, loadActivity } from './call.js';

/** What a keyed effect gets. */
export interface Keyed<Name extends RouteName> {
  tx: Transaction;
  activity: StoredActivity;
  identity: Identity;
  input: ReturnType<(typeof contracts)[Name]['input']['parse']>;
  signals: Signals;
}

/**
 * Runs an effect once for its key. `scope` is what of the address belongs to the request, and so to its fingerprint:
 * the same key for another tier is another request.
 */
export async function answerKeyed<Name extends RouteName>(
  call: Call,
  name: Name,
  scope: string,
  effect: (keyed: Keyed<Name>) => Promise<Effect>,
): Promise<Answer> {
  const { env, request } = call;
  const known = await loadActivity(call);
  const identity = await requireIdentity(env, known, request);
  const key = keyOf(request);
  const body = await readJson(request, env.limits.bodyBytes);
  const input = parseInput(name, body);
  const signals = await signalsOf(call, known.id, identity.id);
  const keyed = { activity: known.id, participant: identity.id, route: name, key };
  const fingerprint = fingerprintOf(scope === '' ? body : { [scope]: body });
  return withRaces(() =>
    env.store.transaction((tx) =>
      once(tx, { ...keyed, fingerprint, at: env.now() }, async () =>
        effect({ tx, activity: await findActivity(tx, call), identity, input, signals }),
      ),
    ),
  );
}
