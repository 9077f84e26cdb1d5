// One key, one effect: the answer of a keyed request is saved in the transaction of its effect.
import { canonicalJson, sha256Hex } from '@fanfare/protocol/verify';
import { type Answer, answerText } from './http/answer.js';
import { refuse } from './http/refusal.js';
import type { Owner, Transaction } from './store.js';

/** A request with an idempotency key. Scope: activity, participant, route. */
export interface KeyedRequest extends Owner {
  route: string;
  key: string;
  /** SHA-256 of the canonical body, hex. */
  fingerprint: string;
  /** Unix ms. */
  at: number;
  /** Of a draw: the day it is counted for, so that the store can make ready. */
  day?: string;
}

/** What an effect leaves to be saved. */
export interface Effect {
  body: string;
  /** Touches contended rows; the last statements of the transaction. */
  last?(): Promise<void>;
}

const KEY = /^[\x21-\x7e]{1,128}$/;

/** The request's key; refuses when it is missing or unusable. */
export function keyOf(request: Request): string {
  const key = request.headers.get('Idempotency-Key') ?? '';
  if (!KEY.test(key)) refuse('key_missing', { detail: 'Send Idempotency-Key: 1 to 128 visible characters.' });
  return key;
}

/** The same body gives the same fingerprint, however its keys are ordered. */
export const fingerprintOf = (body: unknown): string => sha256Hex(canonicalJson(body));

/** Runs the effect for a new key; repeats the saved answer, byte for byte, for a known one. */
export async function once(
  tx: Transaction,
  request: KeyedRequest,
  effect: () => Promise<Effect>,
): Promise<Answer> {
  const { day, ...asked } = request;
  const { activity, participant, route, key, fingerprint } = asked;
  const lock = JSON.stringify([activity, participant, route, key]);
  if (day !== undefined) await tx.foresee({ activity, participant, route, key, lock, day });
  if (!(await tx.tryLock(lock))) refuse('key_in_progress', { retryAfter: 1 });
  const saved = await tx.savedAnswer(asked, route, key);
  if (saved) {
    if (saved.fingerprint !== fingerprint) refuse('key_reused');
    return answerText(saved.status, saved.body, { 'Idempotency-Replayed': 'true' });
  }
  const { body, last } = await effect();
  await tx.saveAnswer({ ...asked, status: 200, body });
  await last?.();
  return answerText(200, body);
}
