import { defineCase } from '../../case.js';
import { check } from '../../verdict.js';
import { claim, sureThing, win } from './winner.js';

export const expired = defineCase({
  clause: 'rewards.expired',
  says: 'A reward that was not claimed in time is 409 `reward_expired` and stands in `rewards` as `expired`.',
  fix: 'Compare claim_by with your own clock when a reward is read or claimed.',
  needs: ['members', 'own'],
  features: ['lottery'],
  async run({ own, clock }) {
    const stage = await own(sureThing({ claim_days: 0 }));
    const person = await stage.drawer();
    const reward = await win(stage, person);
    await clock.until(clock.now() + 50);
    (await claim(stage, person, reward)).refused('reward_expired');
    const { sections, answer } = await stage.me(person);
    check(sections.rewards!.items[0]?.state === 'expired', 'state "expired"', answer);
  },
});
