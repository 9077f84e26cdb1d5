// Tokens that were verified a while ago: whoever draws has just loaded the page with the same one. A token stays as
// good as it was until it ends; the keys of an app never change while it runs.
import { decodeJwt } from 'jose';
import type { Environment } from '../environment.js';
import type { Identity } from './identity.js';

const MOST = 10_000;

interface Seen {
  identity: Identity;
  /** Unix ms. */
  until: number;
}
const seenBy = new WeakMap<Environment, Map<string, Seen>>();

/** Whose token it is, by `verify` when it was not seen lately. `scope` is what it was found good for. */
export async function seeToken(
  env: Environment,
  scope: string,
  token: string,
  verify: () => Promise<Identity>,
): Promise<Identity> {
  // A clock that can be turned back would find ended tokens good.
  if (env.dev) return verify();
  const seen = seenBy.get(env) ?? new Map<string, Seen>();
  seenBy.set(env, seen);
  const key = `${scope} ${token}`;
  const known = seen.get(key);
  if (known && env.now() < known.until) return known.identity;
  const identity = await verify();
  seen.delete(key);
  seen.set(key, { identity, until: (decodeJwt(token).exp ?? 0) * 1000 });
  if (seen.size > MOST) seen.delete(seen.keys().next().value!);
  return identity;
}
