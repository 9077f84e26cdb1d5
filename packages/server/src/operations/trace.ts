// W3C Trace Context: a request belongs to the trace that its caller names, or begins one.
import { toHex } from '../encode.js';
import type { Random } from '../ids.js';

/** A request's place in a trace. */
export interface Trace {
  /** 16 bytes, hex. */
  traceId: string;
  /** Our own 8 bytes, hex. */
  spanId: string;
  /** The caller's span; null where the trace begins here. */
  parentId: string | null;
  /** The header that is answered. */
  header: string;
}

const PARENT = /^(?!ff)[0-9a-f]{2}-(?!0{32})([0-9a-f]{32})-(?!0{16})([0-9a-f]{16})-([0-9a-f]{2})(?:-.*)?$/;

/** Reads `traceparent`; one that is malformed is as good as none. */
export function traceOf(request: Request, random: Random): Trace {
  const [, traceId = toHex(random(16)), parentId = null, flags = '00'] =
    PARENT.exec(request.headers.get('traceparent') ?? '') ?? [];
  const spanId = toHex(random(8));
  return { traceId, spanId, parentId, header: `00-${traceId}-${spanId}-${flags}` };
}
