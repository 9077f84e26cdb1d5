import type { Output } from '@fanfare/protocol';
import { answerJson } from '../http/answer.js';
import { refuse } from '../http/refusal.js';
import { participantOfCode } from '../invite/code.js';
import { findActivity, type Handler } from './call.js';

/** Who invites, for the landing page. */
export const inviteGet: Handler = async (call) => {
  const found = await call.env.store.read(async (reader) => {
    const activity = await findActivity(reader, call);
    return activity.definition.invite ? participantOfCode(reader, activity.id, call.params.code!) : null;
  });
  if (!found) return refuse('not_found', { detail: 'There is no such invite code here.' });
  const { invite_code: code, name, avatar } = found;
  const answer: Output<'invite.get'> = {
    code,
    ...(name !== null && { name }),
    ...(avatar !== null && { avatar }),
  };
  return answerJson(answer);
};
