// Webhooks: what the host is told of rewards, and how it knows that we told it. Signed as the Standard Webhooks say:
// HMAC-SHA256 over `id.timestamp.body`, so that nobody can forge, change or replay a message unnoticed.
import type { Reward } from '@fanfare/protocol';
import { bytesOf, hmacSha256 } from '../encode.js';

/** Where messages go. */
export interface WebhookOptions {
  /** An https address of the host; plain http on loopback only. */
  url: string;
  /** Secrets of 24 bytes or more. Messages are signed with every one, so that a secret can be changed without a gap. */
  secrets: readonly string[];
  /** Sends it. @default fetch */
  fetch?: (request: Request) => Promise<Response>;
}

/** What a message says. */
export interface WebhookMessage {
  /** A UUIDv7, the same on every attempt: whoever has seen it does nothing. */
  id: string;
  type: 'reward.awarded' | 'reward.claimed' | 'reward.expired' | 'reward.fulfilled';
  /** RFC 3339. */
  at: string;
  activity: string;
  participant: string;
  reward: Reward;
}

const LEAST_SECRET = 24;

/** Fails on options that would send nothing, or to anybody. */
export function checkWebhook(options: WebhookOptions): WebhookOptions {
  const wrong = (expected: string) => {
    throw new Error(`[fanfare/server] "webhook" expected ${expected}.`);
  };
  const isAddress = /^https:\/\/|^http:\/\/(localhost|127\.0\.0\.1|\[::1\])(:|\/|$)/.test(options.url);
  if (!isAddress) wrong(`an https address, got "${options.url}"`);
  if (options.secrets.length === 0) wrong('at least one secret');
  for (const secret of options.secrets)
    if (secret.length < LEAST_SECRET) wrong(`secrets of at least ${LEAST_SECRET} characters`);
  return options;
}

const toBase64 = (bytes: Uint8Array) => btoa(String.fromCharCode(...bytes));

/** One signature for each secret, separated by spaces. */
export async function signWebhook(
  secrets: readonly string[],
  { id, timestamp, body }: { id: string; timestamp: number; body: string },
): Promise<string> {
  const signatures = secrets.map(async (secret) => {
    const signature = await hmacSha256(bytesOf(secret), `${id}.${timestamp}.${body}`);
    return `v1,${toBase64(signature)}`;
  });
  return (await Promise.all(signatures)).join(' ');
}

const TOLERANCE_SECONDS = 300;

/**
 * Whether a message is ours, and not older than five minutes. `body` is the text as it came, byte for byte. A copy that
 * is replayed within that time has an id that was seen: keep ids for ten minutes and do nothing the second time.
 *
 * @param now Unix ms.
 */
export async function verifyWebhook(
  headers: Headers,
  body: string,
  secret: string,
  now = Date.now(),
): Promise<boolean> {
  const id = headers.get('webhook-id') ?? '';
  const timestamp = Number(headers.get('webhook-timestamp'));
  if (!id || !Number.isInteger(timestamp) || Math.abs(now / 1000 - timestamp) > TOLERANCE_SECONDS)
    return false;
  const right = bytesOf(await signWebhook([secret], { id, timestamp, body }));
  const given = (headers.get('webhook-signature') ?? '').split(' ').map(bytesOf);
  // Compared to the end, so that the time taken tells nothing.
  return given.some((one) => {
    let difference = one.length ^ right.length;
    for (let at = 0; at < right.length; at++) difference |= right[at]! ^ (one[at] ?? 0);
    return difference === 0;
  });
}
