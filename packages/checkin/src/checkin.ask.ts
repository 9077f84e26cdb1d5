// Sends a kept tap and says how it ended.
import type { Activity, Failure } from '@fanfare/core';
import type { Checkin } from '@fanfare/protocol';
import type { Intent } from './checkin.intent.js';
import { requestOf } from './checkin.wish.js';

export type Outcome =
  | { type: 'answered'; checkin: Checkin | undefined }
  | { type: 'refused'; code: string }
  | { type: 'failed'; code: string };

/** Failures without a word of the backend about this tap; at zero it may be a hair behind the page. */
const UNHEARD = ['bad_answer', 'offline', 'timeout', 'not_started'];
/** Whether the same may be sent again. */
export const isUnheard = ({ code, retryable }: Failure): boolean => retryable || UNHEARD.includes(code);
/** Without a network the person is told soon; the same key is sent again when it is back. */
const ATTEMPTS = 2;

export async function ask(
  activity: Activity,
  { wish, channel, key }: Intent,
  signal: AbortSignal,
): Promise<Outcome> {
  const { route, ...request } = requestOf(wish, channel);
  try {
    const answer = await activity.call(route, { ...request, key, signal, attempts: ATTEMPTS });
    if (answer.ok) {
      const { sections } = answer.value;
      return { type: 'answered', checkin: 'checkin' in sections ? sections.checkin : undefined };
    }
    return { type: isUnheard(answer.failure) ? 'failed' : 'refused', code: answer.failure.code };
  } catch {
    // The host's token function may throw.
    return { type: 'failed', code: 'offline' };
  }
}
