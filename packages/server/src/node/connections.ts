// Adapters to what stands beside the server: the proxy before it, the service that sets challenges, the one that
// keeps the WeChat ticket. `fanfare-server` takes them from its environment; your own code may use them too.
import type { NetworkOf, VerifyChallenge, WechatAccount } from '../environment.js';

/** Another service has so long to answer, in ms. */
const PATIENCE_MS = 3000;
/** A ticket is asked for again after so many ms; it lives for hours. */
const TICKET_MS = 60_000;

/**
 * Names a request's network by a header that your own proxy sets. Of a list (`X-Forwarded-For`) the last entry counts:
 * it is the one that the proxy itself wrote, all before it may be the caller's invention.
 *
 * @param name E.g. `X-Real-IP`.
 */
export const networkFromHeader =
  (name: string): NetworkOf =>
  (request) =>
    request.headers.get(name)?.split(',').at(-1)?.trim() || null;

/**
 * Verifies solutions at an address that takes a form of `secret` and `response` and answers JSON with `success`, as the
 * verification endpoints of most challenge services do.
 */
export const challengeAt =
  (url: string, secret: string): VerifyChallenge =>
  async (solution) => {
    const answer = await fetch(url, {
      method: 'POST',
      body: new URLSearchParams({ secret, response: solution }),
      signal: AbortSignal.timeout(PATIENCE_MS),
    });
    if (!answer.ok) throw new Error(`the challenge service answered ${answer.status}`);
    return ((await answer.json()) as { success?: unknown }).success === true;
  };

/**
 * A WeChat account whose `jsapi_ticket` another service keeps, one for all copies: `GET` answers it as JSON
 * `{ "ticket": "..." }`.
 *
 * @param key Sent as a bearer key when it is given.
 */
export function wechatAt(appId: string, url: string, key?: string): WechatAccount {
  let asked = Number.NEGATIVE_INFINITY;
  let ticket: Promise<string> | undefined;
  const ask = async () => {
    const headers = key ? { Authorization: `Bearer ${key}` } : undefined;
    const answer = await fetch(url, { headers, signal: AbortSignal.timeout(PATIENCE_MS) });
    const found = answer.ok ? ((await answer.json()) as { ticket?: unknown }).ticket : undefined;
    if (typeof found !== 'string') throw new Error(`there was no ticket; the answer was ${answer.status}`);
    return found;
  };
  return {
    appId,
    ticket() {
      const now = performance.now();
      if (!ticket || now - asked > TICKET_MS) {
        asked = now;
        ticket = ask();
        ticket.catch(() => {
          ticket = undefined;
        });
      }
      return ticket;
    },
  };
}
