import { answerJson } from '../http/answer.js';
import { requireServerKey } from './authorize.js';
import { findActivity, type Handler } from './call.js';

/** The whole definition; its version is the ETag that a PUT names in If-Match. */
export const adminActivityGet: Handler = async (call) => {
  const { definition, version } = await loadAuthorized(call);
  return answerJson(definition, { ETag: `"${version}"` });
};

/** Keys are checked before anything is said about the activity. */
const loadAuthorized = async (call: Parameters<Handler>[0]) => {
  const activity = await call.env.store.read((reader) => findActivity(reader, call));
  await requireServerKey(call, call.env.keys.admin, activity.definition.project);
  return activity;
};
