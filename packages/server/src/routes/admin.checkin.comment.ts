import { commentOn } from '../checkin/checkin.comment.js';
import { answerJson } from '../http/answer.js';
import { parseInput, readJson } from '../http/body.js';
import { requireServerKey } from './authorize.js';
import { findActivity, type Handler } from './call.js';

/** A mentor's comment on a day. */
export const adminCheckinComment: Handler = async (call) => {
  const { env, request, params } = call;
  const body = await readJson(request, env.limits.bodyBytes);
  await env.store.transaction(async (tx) => {
    const activity = await findActivity(tx, call);
    await requireServerKey(call, env.keys.admin, activity.definition.project);
    const { text } = parseInput('admin.checkin.comment', body);
    await commentOn(tx, { activity: activity.id, participant: params.participant! }, params.day!, text);
  });
  return answerJson({});
};
