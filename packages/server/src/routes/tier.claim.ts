import { claimTier } from '../invite/tier.claim.js';
import type { Handler } from './call.js';
import { answerKeyed } from './keyed-call.js';

/** One key, one claim of the tier that the address names; and one claim for ever, whatever the keys. */
export const tierClaim: Handler = (call) => {
  const tier = call.params.tier!;
  return answerKeyed(call, 'tier.claim', tier, ({ tx, activity, identity, signals }) =>
    claimTier(tx, call.env, activity, { identity, tier, signals }),
  );
};
