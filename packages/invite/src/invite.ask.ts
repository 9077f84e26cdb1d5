// Asks the backend for a deed until there is something to say to the person.
import type { Activity, CallOptions, Result } from '@fanfare/core';
import { inviteAccept, rewardClaim, taskSubmit, tierClaim } from '@fanfare/protocol/routes';
import type { InviteConfig } from './invite.config.js';
import type { Intent } from './invite.intent.js';
import type { DeedId } from './invite.state.js';

/** Done; a final refusal; or no answer that can be relied on, and the same key may be sent again. */
export type Outcome = { type: 'done' } | { type: 'refused'; code: string } | { type: 'failed'; code: string };

/** Failures without a word of the backend about this deed. */
const UNHEARD = ['bad_answer', 'offline', 'timeout'];

export function splitId(id: DeedId): ['accept' | 'tier' | 'task' | 'reward', string] {
  const at = id.indexOf(':');
  return [id.slice(0, at) as 'accept' | 'tier' | 'task' | 'reward', id.slice(at + 1)];
}

function send(activity: Activity, id: DeedId, options: CallOptions): Promise<Result<unknown>> {
  const [kind, subject] = splitId(id);
  switch (kind) {
    case 'accept':
      return activity.call(inviteAccept, { ...options, params: { code: subject } });
    case 'tier':
      return activity.call(tierClaim, { ...options, params: { tier: subject } });
    case 'task':
      return activity.call(taskSubmit, { ...options, params: { task: subject } });
    case 'reward':
      return activity.call(rewardClaim, { ...options, params: { reward: subject } });
  }
}

export async function askFor(
  activity: Activity,
  id: DeedId,
  { key, body }: Intent,
  challenge: InviteConfig['challenge'],
  signal: AbortSignal,
): Promise<Outcome> {
  let solution: string | undefined;
  for (;;) {
    const answer = await send(activity, id, { body, key, signal, ...(solution && { solution }) })
      // The host's token function may throw.
      .catch((error: unknown) => ({
        ok: false as const,
        failure: { code: 'offline', retryable: true, message: String(error) },
      }));
    if (answer.ok) return { type: 'done' };
    const { code, retryable } = answer.failure;
    if (code !== 'challenge_required' || solution || !challenge)
      return { type: retryable || UNHEARD.includes(code) ? 'failed' : 'refused', code };
    try {
      solution = (await challenge({ action: splitId(id)[0] })) ?? undefined;
    } catch {
      // The host's challenge did not work: it is not solved.
    }
    if (!solution) return { type: 'refused', code };
  }
}
