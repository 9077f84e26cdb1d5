import { liveOf } from '../activity/live.js';
import { answerCached } from '../http/answer.js';
import { findActivity, type Handler } from './call.js';
import { kept } from './kept.js';

/** The public numbers; a CDN in front asks about once a second, however many pages there are. */
export const activityLive: Handler = kept(async (call) => {
  const live = await call.env.store.read(async (reader) => liveOf(reader, await findActivity(reader, call)));
  return answerCached(call.request, live, 'public, max-age=1, stale-while-revalidate=5');
});
