import { answerCached } from '../http/answer.js';
import { requireIdentity } from '../identity/identify.js';
import { readMe } from '../participant/me.js';
import { findActivity, type Handler, loadActivity } from './call.js';

/** The caller's own state. */
export const participantGet: Handler = async (call) => {
  const { env, request } = call;
  const identity = await requireIdentity(env, await loadActivity(call), request);
  const me = await readMe(env, (reader) => findActivity(reader, call), identity);
  return answerCached(request, me, 'private, no-cache');
};
