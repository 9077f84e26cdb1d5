// How a call reaches a backend: one interface, whatever stands behind it.
import type { Route } from '@fanfare/protocol';
import type { TimeSample } from '../clock/offset.js';

/** One call of a route, before it becomes HTTP or anything else. */
export interface Call {
  route: Route;
  /** Fills `{activity}` and the like. */
  params: Record<string, string>;
  query?: Record<string, string> | undefined;
  body?: unknown;
  /** Idempotency key: the same on every retry of one intent. */
  key?: string | undefined;
  /** Solution of a challenge. */
  solution?: string | undefined;
  /** Participant token; never part of the URL. */
  token?: string | undefined;
  /** Tag of the answer that is already here; an unchanged one comes back as `unchanged`. */
  etag?: string | undefined;
  signal: AbortSignal;
}

/** Why a call failed. Codes are the protocol's, or one of `offline`, `timeout`, `bad_answer`, `unsupported`. */
export interface Failure {
  code: string;
  /** Whether the same call can succeed later. */
  retryable: boolean;
  /** For logs and support; widgets choose their own words by `code`. */
  message: string;
  status?: number;
  /** The server's request id, where there was one. */
  requestId?: string;
  /** Wait at least this long before the next attempt. */
  retryAfterMs?: number;
}

export type Answer =
  | { ok: true; data: unknown; etag?: string | undefined; unchanged?: boolean }
  | { ok: false; failure: Failure };

/** A parsed answer. Failures of network and server are data, not exceptions. */
export type Result<T> = { ok: true; value: T; etag?: string | undefined } | { ok: false; failure: Failure };

export interface Transport {
  send(call: Call): Promise<Answer>;
  /** Hears the server's time in answers that carry it. */
  onTime?: ((listener: (sample: TimeSample) => void) => void) | undefined;
  /** Routes that this backend has; absent: ask `capabilities.get`. */
  routes?: readonly string[] | undefined;
}

export const failed = (
  code: string,
  retryable: boolean,
  message: string,
  more?: Partial<Failure>,
): Answer => ({
  ok: false,
  failure: { code, retryable, message, ...more },
});
