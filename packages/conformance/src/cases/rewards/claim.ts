import { defineCase } from '../../case.js';
import { check } from '../../verdict.js';
import { claim, sureThing, win } from './winner.js';

export const claimOnce = defineCase({
  clause: 'rewards.claim',
  says: 'A reward is claimed once: it becomes `claimed`; the same key answers the same bytes, another key 409 `reward_claimed`.',
  fix: 'Write the claim and the state in one transaction, the claim unique by reward.',
  needs: ['members', 'own'],
  features: ['lottery'],
  async run({ own, unique }) {
    const stage = await own(sureThing());
    const person = await stage.drawer();
    const reward = await win(stage, person);
    const key = unique('key');
    const answer = await claim(stage, person, reward, { key });
    check(answer.ok('reward.claim').reward.state === 'claimed', 'state "claimed"', answer);
    const again = await claim(stage, person, reward, { key });
    check(again.text === answer.text, 'the bytes of the first answer', answer, again);
    (await claim(stage, person, reward)).refused('reward_claimed');
  },
});
