import type { Reward } from '@fanfare/protocol';

/** Whether a reward waits for a claim that can come no more. */
export const isOverdue = ({ state, claim_by }: Reward, now: number): boolean =>
  state === 'pending' && claim_by !== undefined && Date.parse(claim_by) <= now;
