// Sends what is in the outbox: each message at least once, in about the order in which it was written.
import type { Environment } from '../environment.js';
import type { StoredMessage } from '../store.js';
import { signWebhook, type WebhookOptions } from './webhook.js';

const AT_ONCE = 20;
/** An attempt may take so long; another copy takes over after the lease. */
const TIMEOUT_MS = 10_000;
const LEASE_MS = 60_000;
const FIRST_PAUSE_MS = 5000;
const LONGEST_PAUSE_MS = 6 * 3_600_000;
/** About four days. */
const MOST_ATTEMPTS = 24;

/** Sends one; answers what went wrong, or null. */
async function send(
  { url, secrets, fetch: send = fetch }: WebhookOptions,
  { id, body }: StoredMessage,
  now: number,
): Promise<string | null> {
  const timestamp = Math.floor(now / 1000);
  const patience = new AbortController();
  const timer = setTimeout(() => patience.abort(), TIMEOUT_MS);
  try {
    const headers = {
      'Content-Type': 'application/json',
      'webhook-id': id,
      'webhook-timestamp': String(timestamp),
      'webhook-signature': await signWebhook(secrets, { id, timestamp, body }),
    };
    const init: RequestInit = { method: 'POST', headers, body, redirect: 'error', signal: patience.signal };
    const response = await send(new Request(url, init));
    await response.body?.cancel();
    return response.ok ? null : `answered ${response.status}`;
  } catch (error) {
    return String(error);
  } finally {
    clearTimeout(timer);
  }
}

/** Doubles from 5 seconds to 6 hours, less a random half, so that a host that comes back is not run over. */
function pauseAfter(attempts: number, random: Environment['random']): number {
  const limit = Math.min(LONGEST_PAUSE_MS, FIRST_PAUSE_MS * 2 ** (attempts - 1));
  return limit * (1 - random(1)[0]! / 510);
}

/** Sends what is due, and answers how many arrived. */
export async function deliverMessages(env: Environment): Promise<number> {
  const { store, webhook, random } = env;
  if (!webhook) return 0;
  let arrived = 0;
  for (;;) {
    const now = env.now();
    const due = await store.transaction((tx) => tx.leaseMessages(now, now + LEASE_MS, AT_ONCE));
    await Promise.all(
      due.map(async (message) => {
        const problem = await send(webhook, message, env.now());
        const { id, attempts } = message;
        const next = attempts >= MOST_ATTEMPTS ? null : env.now() + pauseAfter(attempts, random);
        await store.transaction((tx) =>
          problem === null ? tx.removeMessage(id) : tx.putOffMessage(id, next && Math.round(next), problem),
        );
        if (problem === null) arrived++;
      }),
    );
    if (due.length < AT_ONCE) return arrived;
  }
}
