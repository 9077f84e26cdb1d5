// Predicates shared by schemas and by code that must stay free of zod.

/** RFC 3339 with a zone: `2027-01-01T00:00:00+08:00`. A time without a zone means another moment on every phone. */
export const isTime = (value: string): boolean =>
  /^\d{4}-\d\d-\d\dT.*(Z|[+-]\d\d:\d\d)$/.test(value) && !Number.isNaN(Date.parse(value));

/** An absolute `https:` URL; `http:` only on loopback, which a browser treats as secure too. */
export function isHttpsUrl(value: string): boolean {
  try {
    const url = new URL(value);
    return (
      url.protocol === 'https:' ||
      (url.protocol === 'http:' && /^(localhost|127\.0\.0\.1|\[::1\])$/.test(url.hostname))
    );
  } catch {
    return false;
  }
}
