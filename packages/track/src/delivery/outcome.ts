// What an answer means for the events that were sent. Only an answer that names an event takes it out of the queue.
import { readRetryAfter } from '@fanfare/core/transport';

export type Status = 'accepted' | 'duplicate' | 'rejected' | 'retry';

export type Outcome =
  /** The server spoke for itself: what became of each event that it named. */
  | {
      kind: 'answered';
      named: Map<string, { status: Status; code?: string | undefined }>;
      requestId?: string | undefined;
    }
  /** The request as a whole was refused: too large, or one event in it makes it unreadable. */
  | { kind: 'refused'; status: number }
  /** The server asks for patience. */
  | { kind: 'paused'; ms: number }
  /** The token is not good any more. */
  | { kind: 'unauthorized' }
  /** No usable answer; `isUnsent` where the browser did not even take the request, or the network failed. */
  | { kind: 'failed'; reason: string; isUnsent?: boolean };

const failed = (reason: string): Outcome => ({ kind: 'failed', reason });

export async function readOutcome(response: Response, batchId: string, now: number): Promise<Outcome> {
  const { status, headers } = response;
  if (status === 429 || status === 503) {
    const ms = readRetryAfter(headers.get('Retry-After'), now);
    return ms === undefined ? failed(String(status)) : { kind: 'paused', ms };
  }
  if (status === 400 || status === 413 || status === 422) return { kind: 'refused', status };
  if (status === 401 || status === 403) return { kind: 'unauthorized' };
  // A captive portal says 200 too, in HTML.
  if (!response.ok || !/json/.test(headers.get('Content-Type') ?? '')) return failed(String(status));
  return readResults(
    await response.json().catch(() => undefined),
    batchId,
    headers.get('Request-Id') ?? undefined,
  );
}

export function readResults(body: unknown, batchId: string, requestId?: string): Outcome {
  const { batch_id, results } = Object(body) as { batch_id?: unknown; results?: unknown };
  if (batch_id !== batchId || !Array.isArray(results)) return failed('the answer is of another batch');
  const named = new Map(results.map((result) => [result?.id, result]));
  return { kind: 'answered', named, requestId };
}
