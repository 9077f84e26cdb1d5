import { answerCached } from '../http/answer.js';
import { requireIdentity } from '../identity/identify.js';
import { readMe } from '../participant/me.js';
import { type Handler, loadActivity } from './call.js';

/** The caller's own state. */
export const participantGet: Handler = async (call) => {
  const activity = await loadActivity(call);
  const identity = await requireIdentity(call.env, activity, call.request);
  return answerCached(call.request, await readMe(call.env, activity, identity), 'private, no-cache');
};
