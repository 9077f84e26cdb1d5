// The body of a batch: JSON as text/plain, so that no page needs a preflight, and gzip where the address says so.
import type { Environment } from '../environment.js';
import { collectBytes, readBytes } from '../http/body.js';
import { Refusal, refuse } from '../http/refusal.js';
import type { Call } from '../routes/call.js';

const TYPE = /^(?:text\/plain|application\/json)\s*(?:;|$)/i;

/** Refuses a batch as too large, with what one may hold. */
export function refuseTooLarge({ limits }: Pick<Environment, 'limits'>): never {
  const { batchBytes, batchEvents } = limits;
  return refuse('too_large', {
    detail: `A batch may have ${batchBytes} bytes and ${batchEvents} events.`,
    limits: { max_bytes: batchBytes, max_events: batchEvents },
  });
}

/** The batch as JSON. */
export async function readBatch({ env, request, query }: Call): Promise<unknown> {
  const tooLarge = () => refuseTooLarge(env);
  const type = request.headers.get('Content-Type');
  // A beacon of bytes has no type.
  if (type !== null && !TYPE.test(type))
    refuse('unsupported_media_type', { detail: 'Send the batch as text/plain or application/json.' });
  const encoding = query.get('enc');
  const isGzip = encoding === 'gzip' && typeof DecompressionStream !== 'undefined';
  if (encoding !== null && !isGzip)
    refuse('unsupported_media_type', { detail: 'The only encoding is "?enc=gzip".' });
  const bytes = await readBytes(request, env.limits.batchBytes, tooLarge);
  const plain = isGzip ? await inflate(bytes, env.limits.inflatedBytes, tooLarge) : bytes;
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(plain));
  } catch {
    return refuse('malformed');
  }
}

/** Inflates at most `limit` bytes: what a bomb holds beyond is never made. */
async function inflate(
  bytes: Uint8Array<ArrayBuffer>,
  limit: number,
  tooLarge: () => never,
): Promise<Uint8Array<ArrayBuffer>> {
  const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream('gzip'));
  return collectBytes(stream.getReader(), limit, tooLarge).catch((error) => {
    if (error instanceof Refusal) throw error;
    return refuse('malformed');
  });
}
