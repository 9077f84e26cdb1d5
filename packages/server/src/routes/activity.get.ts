import { publicActivityOf } from '../activity/public.js';
import { answerCached } from '../http/answer.js';
import { refuse } from '../http/refusal.js';
import { findActivity, type Handler } from './call.js';
import { kept } from './kept.js';

const IMMUTABLE = 'public, max-age=31536000, immutable';
const NEWEST = 'public, max-age=30, stale-while-revalidate=300';

/** The public definition: the newest for half a minute, a named version for ever. */
export const activityGet: Handler = kept(async (call) => {
  const { env, request, query } = call;
  const wanted = query.get('version');
  return env.store.read(async (reader) => {
    const activity = await findActivity(reader, call);
    if (wanted === null) return answerCached(request, publicActivityOf(activity), NEWEST);
    const version = Number(wanted);
    const definition =
      /^[1-9]\d{0,8}$/.test(wanted) && version <= activity.version
        ? await reader.activityVersion(activity.id, version)
        : null;
    if (!definition) return refuse('not_found', { detail: `The newest version is ${activity.version}.` });
    const epochs = await reader.epochs(activity.id);
    const epoch = epochs.filter((one) => one.version <= version).pop() ?? null;
    return answerCached(request, publicActivityOf({ definition, version, epoch }), IMMUTABLE);
  });
});
