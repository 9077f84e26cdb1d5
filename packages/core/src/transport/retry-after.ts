/** The wait that a Retry-After header asks for, in ms: seconds or an HTTP date (RFC 9110, 10.2.3); undefined without a usable one. */
export function readRetryAfter(header: string | null, now: number): number | undefined {
  if (!header) return undefined;
  const ms = /^\d+$/.test(header) ? Number(header) * 1000 : Date.parse(header) - now;
  return Number.isNaN(ms) ? undefined : Math.max(0, ms);
}
