import type { Output } from '@fanfare/protocol';
import { answerCached } from '../http/answer.js';
import { findActivity, type Handler } from './call.js';

const PAGE = 1000;

/** A page of a frozen list. It never changes once it is there. */
export const raffleEntries: Handler = async (call) => {
  const { env, params, query, request } = call;
  const after = query.get('after') ?? '';
  const entries = await env.store.read(async (reader) => {
    const { id } = await findActivity(reader, call);
    return reader.raffleEntries(id, params.raffle ?? '', after, PAGE);
  });
  const hashes = entries.map(({ hash }) => hash);
  const isFull = hashes.length === PAGE;
  const page: Output<'raffle.entries'> = { entries: hashes, next: isFull ? hashes[PAGE - 1]! : null };
  return answerCached(request, page, isFull ? 'public, max-age=31536000, immutable' : 'public, max-age=5');
};
