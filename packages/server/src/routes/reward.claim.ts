import { claimReward } from '../claims/claim.js';
import type { Handler } from './call.js';
import { answerKeyed } from './keyed-call.js';

/** One key, one claim of the reward that the address names. */
export const rewardClaim: Handler = (call) => {
  const reward = call.params.reward!;
  return answerKeyed(call, 'reward.claim', reward, ({ tx, activity, identity, input }) =>
    claimReward(tx, call.env, activity, { identity, reward, input }),
  );
};
