// Sends requests to the backend and writes down what went there and back.
import { Exchange } from './exchange.js';
import { Broken } from './verdict.js';

/** `fetch` of a page, or an app's own: `(request) => app.fetch(request)`. */
export type Fetch = (request: Request) => Promise<Response>;

/** What to send, beside method and path. */
export interface SendOptions {
  token?: string;
  key?: string;
  /** Text is sent as it is, anything else as JSON. */
  body?: unknown;
  headers?: Record<string, string>;
  /** Hangs up after so many milliseconds, answered or not; an answer that was not heard has status 0. */
  hangUpAfter?: number;
}

/** Sends one request below the endpoint. */
export type Send = (method: string, path: string, options?: SendOptions) => Promise<Exchange>;

/** Patience with one answer. */
const TIMEOUT_MS = 30_000;

export function createClient(endpoint: string, fetch: Fetch): Send {
  const base = endpoint.replace(/\/+$/, '');
  return async (method, path, { token, key, body, headers: more, hangUpAfter } = {}) => {
    const text = body === undefined ? null : typeof body === 'string' ? body : JSON.stringify(body);
    const headers = {
      ...(token !== undefined && { Authorization: `Bearer ${token}` }),
      ...(key !== undefined && { 'Idempotency-Key': key }),
      ...(text !== null && { 'Content-Type': 'application/json' }),
      ...more,
    };
    const sent = { method, url: base + path, headers, body: text };
    const signal = AbortSignal.timeout(hangUpAfter ?? TIMEOUT_MS);
    try {
      const response = await fetch(
        new Request(sent.url, { method, headers, body: text, redirect: 'manual', signal }),
      );
      return new Exchange(sent, response.status, response.headers, await response.text());
    } catch (error) {
      const unanswered = new Exchange(sent, 0, new Headers(), `no answer: ${reasonOf(error)}`);
      if (hangUpAfter !== undefined) return unanswered;
      throw new Broken('an answer', [unanswered]);
    }
  };
}

const reasonOf = (error: unknown): string => {
  const { message, cause } = Object(error) as { message?: string; cause?: unknown };
  return cause ? `${message} (${reasonOf(cause)})` : String(message ?? error);
};
