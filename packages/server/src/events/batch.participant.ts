// Whose events these are. A token that is not good here costs the name and never the events.
import type { Environment } from '../environment.js';
import { identifyToken } from '../identity/identify.js';

/** Gives the verified participant of an activity's events; a guest is one of its own activity only. */
export async function participantOfBatch(
  env: Environment,
  project: string,
  activity: unknown,
  token: string | undefined,
): Promise<(activity: string | null) => string | null> {
  if (!token) return () => null;
  const own = typeof activity === 'string' ? activity : '';
  try {
    const { kind, id } = await identifyToken(env, { id: own, project }, token);
    return (of) => (kind === 'member' || of === own ? id : null);
  } catch {
    return () => null;
  }
}
