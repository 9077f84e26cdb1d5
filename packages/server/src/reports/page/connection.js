// Asks for reports with a key that lives in this closure and nowhere else.

/** @typedef {import('./words.js').Report} Report */
/** @typedef {{ report: Report } | { refused: 'wrongKey' | 'notFound' } | { retryMs: number }} Answer */

const SLOW_MS = 20_000;
const RETRY_MS = 8_000;

/**
 * @param {string} activity
 * @param {string} key
 */
export function createConnection(activity, key) {
  const ask = (/** @type {Record<string, string>} */ query) =>
    fetch(`activities/${encodeURIComponent(activity)}/reports?${new URLSearchParams(query)}`, {
      headers: { Authorization: `Bearer ${key}` },
      cache: 'no-store',
      credentials: 'omit',
      signal: AbortSignal.timeout(SLOW_MS),
    });
  return {
    /**
     * @param {string} touch
     * @returns {Promise<Answer>}
     */
    async read(touch) {
      try {
        const response = await ask({ touch });
        if (response.ok) return { report: await response.json() };
        if (response.status === 404) return { refused: 'notFound' };
        if (response.status < 500 && response.status !== 429) return { refused: 'wrongKey' };
        return { retryMs: Number(response.headers.get('Retry-After')) * 1000 || RETRY_MS };
      } catch {
        return { retryMs: RETRY_MS };
      }
    },
    /**
     * A table as a file.
     *
     * @param {Record<string, string>} query
     */
    async file(query) {
      const response = await ask({ ...query, format: 'csv' });
      return response.ok ? response.blob() : null;
    },
  };
}
