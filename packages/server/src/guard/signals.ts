// What of a request the limits look at: its network and the solution of a challenge. Read before the transaction,
// since a verifier may be far away.
import { bytesOf, hmacSha256, sha256Hex, toBase64Url } from '../encode.js';
import type { Environment } from '../environment.js';
import { refuse } from '../http/refusal.js';

/** The header that carries a challenge's solution. */
export const CHALLENGE_HEADER = 'Fanfare-Challenge';

/** Signals of one request. */
export interface Signals {
  /** A keyed hash of the caller's network; null when the app is not told networks. */
  network: string | null;
  /** Hash of a solution that the app's verifier found good; null without one. */
  solution: string | null;
}

const LONGEST_SOLUTION = 4096;

async function networkOf(env: Environment, activity: string, request: Request): Promise<string | null> {
  const network = await env.networkOf?.(request);
  if (!network) return null;
  return toBase64Url((await hmacSha256(bytesOf(env.keys.guest), `${activity}:${network}`)).subarray(0, 16));
}

/** Reads the signals of a participant's request. */
export async function signalsOf(
  { env, request }: { env: Environment; request: Request },
  activity: string,
  participant: string,
): Promise<Signals> {
  const solution = request.headers.get(CHALLENGE_HEADER);
  let isGood = false;
  if (solution !== null && solution.length <= LONGEST_SOLUTION && env.verifyChallenge) {
    try {
      isGood = await env.verifyChallenge(solution, { activity, participant });
    } catch {
      refuse('unavailable', { detail: 'The solution cannot be verified now.' });
    }
  }
  return {
    network: await networkOf(env, activity, request),
    solution: solution !== null && isGood ? await sha256Hex(solution) : null,
  };
}
