import type { Output } from '@fanfare/protocol';
import { entryOf } from '../fairness/entry.js';
import { answerCached } from '../http/answer.js';
import { refuse } from '../http/refusal.js';
import { type Call, findActivity, type Handler } from './call.js';

const PAGE = 100;
/** A full page never changes: entries are only ever added behind it. */
const FULL = 'public, max-age=31536000, immutable';
const LAST = 'public, max-age=2, stale-while-revalidate=10';

function numberOf({ query }: Call, name: string, most: number, missing: number): number {
  const text = query.get(name);
  if (text === null) return missing;
  const value = Number(text);
  if (!/^\d{1,15}$/.test(text) || value > most)
    refuse('invalid', { detail: `"${name}" expected a whole number up to ${most}, got "${text}".` });
  return value;
}

/** A page of the log of draws. */
export const fairnessLog: Handler = async (call) => {
  const limit = Math.max(1, numberOf(call, 'limit', PAGE, PAGE));
  const after = numberOf(call, 'after', Number.MAX_SAFE_INTEGER, 0);
  const draw = call.query.get('draw');
  const entries = await call.env.store.read(async (reader) => {
    const { id } = await findActivity(reader, call);
    if (draw === null) return reader.sealedDraws(id, after, limit);
    const place = await reader.sealedAt(id, draw);
    return place === null ? [] : reader.sealedDraws(id, place - 1, limit);
  });
  const isFull = entries.length === limit;
  const log: Output<'fairness.log'> = {
    entries: entries.map(entryOf),
    next: isFull ? String(entries[entries.length - 1]!.sequence) : null,
  };
  return answerCached(call.request, log, isFull ? FULL : LAST);
};
