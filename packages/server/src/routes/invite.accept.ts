import { acceptInvite } from '../invite/accept.js';
import type { Handler } from './call.js';
import { answerKeyed } from './keyed-call.js';

/** One key, one acceptance; and one inviter for ever, whatever the keys. */
export const inviteAccept: Handler = (call) => {
  const code = call.params.code!;
  return answerKeyed(call, 'invite.accept', code, ({ tx, activity, identity, input, signals }) =>
    acceptInvite(tx, call.env, activity, { identity, code, input, signals }),
  );
};
