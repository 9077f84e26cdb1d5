// Host servers and operators by their bearer keys.
import { refuse } from '../http/refusal.js';
import { bearerOf, findServerKey, type ServerKey } from '../keys.js';
import type { Call } from './call.js';

/** Refuses unless the request carries one of `keys`, good for `project`. */
export async function requireServerKey(
  { request }: Call,
  keys: readonly ServerKey[],
  project: string,
): Promise<void> {
  const key = await findServerKey(bearerOf(request), keys);
  if (!key) return refuse('unauthenticated', { headers: { 'WWW-Authenticate': 'Bearer' } });
  if (key.project !== undefined && key.project !== project)
    refuse('forbidden', { detail: 'This key is for another project.' });
}
