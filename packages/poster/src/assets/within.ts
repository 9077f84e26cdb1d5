// Nothing is awaited for ever: every wait has a limit and ends when the caller gives up.
import { FanfareError } from '@fanfare/core/errors';

/**
 * The promise's outcome, unless the time is over or the signal aborts first.
 * @param late Error for the time limit; called only then.
 */
export function within<T>(
  promise: Promise<T>,
  ms: number,
  signal: AbortSignal | undefined,
  late: () => Error,
): Promise<T> {
  return new Promise((resolve, reject) => {
    const done = () => {
      clearTimeout(timer);
      signal?.removeEventListener('abort', abort);
    };
    const abort = () => {
      done();
      reject(abortReason(signal));
    };
    const timer = setTimeout(() => {
      done();
      reject(late());
    }, ms);
    if (signal?.aborted) return abort();
    signal?.addEventListener('abort', abort);
    promise.then(resolve, reject).finally(done);
  });
}

/** Ends the work where the caller has given up. */
export function throwIfAborted(signal: AbortSignal | undefined): void {
  if (signal?.aborted) throw abortReason(signal);
}

/** What `signal.reason` says, where engines know it. */
const abortReason = (signal: AbortSignal | undefined): unknown =>
  signal?.reason ?? new DOMException('The poster was given up.', 'AbortError');

/** An error for a step that took too long. */
export const tooLate = (what: string, ms: number, fix: string) => () =>
  new FanfareError('poster', 'time_limit', `${what} took longer than ${ms / 1000} s. ${fix}`);
