// The outbox: a message is written in the transaction of what it tells, so it is sent if and only if that happened.
import { type Random, uuidv7 } from '../ids.js';
import type { Store, StoredReward, Transaction } from '../store.js';
import { rewardOf } from './receipt.js';
import type { WebhookMessage } from './webhook.js';

const TOLD = ['claimed', 'expired', 'fulfilled'] as const;

/** A store that writes a message whenever a reward is given or changes its state. */
export function withOutbox(store: Store, now: () => number, random: Random): Store {
  const telling = (tx: Transaction): Transaction => {
    const tell = async (type: WebhookMessage['type'], reward: StoredReward) => {
      const { activity, participant } = reward;
      const at = now();
      const id = uuidv7(at, random);
      const message: WebhookMessage = {
        id,
        type,
        at: new Date(at).toISOString(),
        activity,
        participant,
        reward: rewardOf(reward),
      };
      const body = JSON.stringify(message);
      await tx.addMessage({ id, activity, body, at, attempts: 0, next_at: at, error: null });
    };
    return {
      ...tx,
      async addReward(reward) {
        await tx.addReward(reward);
        await tell('reward.awarded', reward);
      },
      async updateReward(reward) {
        await tx.updateReward(reward);
        const state = TOLD.find((one) => one === reward.state);
        if (state) await tell(`reward.${state}`, reward);
      },
    };
  };
  return { ...store, transaction: (work) => store.transaction((tx) => work(telling(tx))) };
}
