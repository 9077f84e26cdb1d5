// Asks the backend for a draw until there is something to say to the person.
import type { Activity } from '@fanfare/core';
import type { Draw } from '@fanfare/protocol';
import { lotteryDraw } from '@fanfare/protocol/routes';
import type { Intent } from './lottery.intent.js';

/** A draw; a final refusal; or no answer that can be relied on, and the same key may be sent again. */
export type Outcome =
  | { type: 'drawn'; draw: Draw }
  | { type: 'refused'; code: string }
  | { type: 'failed'; code: string };

/** At zero a server may be a hair behind the page: for so long its `not_started` is not believed. */
const EARLY_MS = 5000;
const EARLY_PAUSE_MS = 400;
/** Failures without a word of the backend about this draw. */
const UNHEARD = ['bad_answer', 'offline', 'timeout'];

/** Sends the draw of a tap; the same tap is always sent with the same key and body. */
export async function askForDraw(
  activity: Activity,
  { key, client_seed, code }: Intent,
  signal: AbortSignal,
): Promise<Outcome> {
  const { after, random } = activity.environment;
  const body = { client_seed, ...(code && { code }) };
  for (;;) {
    const answer = await activity
      .call(lotteryDraw, { body, key, signal })
      // The host's token function may throw.
      .catch((error: unknown) => ({
        ok: false as const,
        failure: { code: 'offline', retryable: true, message: String(error) },
      }));
    if (answer.ok) return { type: 'drawn', draw: answer.value.draw };
    const { code: reason, retryable } = answer.failure;
    if (reason !== 'not_started' || !isJustStarted(activity))
      return { type: retryable || UNHEARD.includes(reason) ? 'failed' : 'refused', code: reason };
    await new Promise<void>((resolve) => after(EARLY_PAUSE_MS * (1 + random()), resolve));
    if (signal.aborted) return { type: 'failed', code: reason };
  }
}

function isJustStarted(activity: Activity): boolean {
  const since = activity.now() - Date.parse(activity.definition.peek()!.schedule.start_at);
  return since >= 0 && since < EARLY_MS;
}
