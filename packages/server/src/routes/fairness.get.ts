import { fairnessOf } from '../fairness/public.js';
import { answerCached } from '../http/answer.js';
import { findActivity, type Handler } from './call.js';
import { kept } from './kept.js';

/** Commitments by epoch, with what is revealed by now. */
export const fairnessGet: Handler = kept(async (call) => {
  const { env, request } = call;
  const fairness = await env.store.read(async (reader) => {
    const { id, definition } = await findActivity(reader, call);
    return fairnessOf(definition, await reader.epochs(id), await reader.logHead(id), env.now());
  });
  return answerCached(request, fairness, 'public, max-age=5, stale-while-revalidate=30');
});
