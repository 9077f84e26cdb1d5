// Which pages may read an answer. Public GETs and the intake of events: all. Everything else: exact origins, never with credentials.
import type { Route } from '@fanfare/protocol';

const EXPOSED = 'Fanfare-Time, ETag, Idempotency-Replayed, Retry-After, Request-Id, Traceparent';
const ALLOWED =
  'Authorization, Content-Type, Fanfare-Challenge, Idempotency-Key, If-Match, If-None-Match, Traceparent';
/** Two hours: the longest that Chromium honours. */
const PREFLIGHT_SECONDS = '7200';

/**
 * Whether any page may read an answer: those that are the same for everybody, and what became of events, which tells
 * nothing but the ids that were sent.
 */
export const isPublicAnswer = (route: Pick<Route, 'name' | 'method' | 'caller'>): boolean =>
  (route.method === 'GET' && route.caller === 'public') || route.name === 'track.batch';

/** Whether a page of this origin may act under these origins. */
export function isAllowedOrigin(origin: string, origins: readonly string[], dev: boolean): boolean {
  return (
    origins.includes(origin) || (dev && /^https?:\/\/(localhost|127\.0\.0\.1|\[::1\])(:\d+)?$/.test(origin))
  );
}

/** Headers of an answer. `allowed`: null for a public read, else whether the origin may have it. */
export function corsHeaders(origin: string | null, allowed: boolean | null): Record<string, string> {
  if (allowed === null)
    return { 'Access-Control-Allow-Origin': '*', 'Access-Control-Expose-Headers': EXPOSED };
  return {
    Vary: 'Origin',
    ...(origin !== null &&
      allowed && { 'Access-Control-Allow-Origin': origin, 'Access-Control-Expose-Headers': EXPOSED }),
  };
}

/** What a preflight adds. */
export const preflightHeaders = (methods: string): Record<string, string> => ({
  'Access-Control-Allow-Methods': methods,
  'Access-Control-Allow-Headers': ALLOWED,
  'Access-Control-Max-Age': PREFLIGHT_SECONDS,
});
