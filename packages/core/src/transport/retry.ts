// Time limit and retries around a transport. A retry carries the same idempotency key, so a call whose answer
// was lost on the way has one effect:
//
//   page    draw(key) ------> server: draws, commits
//           X <--- lost ----- 200
//           draw(key) ------> server: replays the saved answer
import type { Environment } from '../environment.js';
import { type Answer, type Call, failed, type Transport } from './transport.js';

export interface RetryOptions {
  environment: Pick<Environment, 'random' | 'after'>;
  /** Limit of one attempt. */
  timeoutMs?: number;
  /** Attempts in all. */
  attempts?: number;
}

const FIRST_DELAY_MS = 500;
const LONGEST_DELAY_MS = 20_000;
/** A server may ask for more patience than a person has: then the call fails and says when to come back. */
const LONGEST_WAIT_MS = 60_000;

export async function sendWithRetry(
  transport: Transport,
  call: Call,
  { environment, timeoutMs = 10_000, attempts = 4 }: RetryOptions,
): Promise<Answer> {
  const isSafe = call.route.method === 'GET' || call.key !== undefined;
  for (let attempt = 1; ; attempt++) {
    const answer = await sendOnce(transport, call, environment, timeoutMs);
    if (answer.ok || !answer.failure.retryable || !isSafe || attempt >= attempts || call.signal.aborted)
      return answer;
    // Full jitter: uniform between nothing and the doubling limit, so that a crowd spreads out.
    const limit = Math.min(LONGEST_DELAY_MS, FIRST_DELAY_MS * 2 ** attempt);
    const wait = (answer.failure.retryAfterMs ?? 0) + environment.random() * limit;
    if (wait > LONGEST_WAIT_MS) return answer;
    await pause(wait, call.signal, environment);
    if (call.signal.aborted) return answer;
  }
}

async function sendOnce(
  transport: Transport,
  call: Call,
  { after }: Pick<Environment, 'after'>,
  timeoutMs: number,
): Promise<Answer> {
  // By hand, because AbortSignal.timeout and AbortSignal.any are missing on the browser floor.
  const attempt = new AbortController();
  const abort = () => attempt.abort();
  call.signal.addEventListener('abort', abort);
  let cancel = () => {};
  const limit = new Promise<Answer>((resolve) => {
    cancel = after(timeoutMs, () => {
      abort();
      resolve(failed('timeout', true, `${call.route.name} took longer than ${timeoutMs} ms`));
    });
  });
  try {
    return await Promise.race([transport.send({ ...call, signal: attempt.signal }), limit]);
  } catch (error) {
    return failed('bad_answer', false, `${call.route.name}: the transport threw ${String(error)}`);
  } finally {
    cancel();
    call.signal.removeEventListener('abort', abort);
  }
}

function pause(ms: number, signal: AbortSignal, { after }: Pick<Environment, 'after'>): Promise<void> {
  return new Promise((resolve) => {
    const cancel = after(ms, done);
    function done() {
      cancel();
      signal.removeEventListener('abort', done);
      resolve();
    }
    signal.addEventListener('abort', done);
    if (signal.aborted) done();
  });
}
