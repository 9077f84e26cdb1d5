import { defineCase } from '../../case.js';
import { check } from '../../verdict.js';
import { sureThing } from './winner.js';

export const section = defineCase({
  clause: 'rewards.section',
  says: 'A reward stands in `rewards` as `pending` with its name, source, form and the receipt of its draw.',
  fix: 'Copy what the reward is at the moment it is won; later changes of the prize do not touch it.',
  needs: ['members', 'own'],
  features: ['lottery'],
  async run({ own }) {
    const stage = await own(sureThing());
    const person = await stage.drawer();
    const drawn = await stage.draw(person);
    const { draw } = drawn.ok('lottery.draw');
    const answer = await stage.call('participant.get', { token: person.token });
    const [reward] = answer.ok('participant.get').sections.rewards!.items;
    check(
      reward?.id === draw.reward && reward.receipt === draw.receipt,
      'the reward with the draw’s receipt',
      drawn,
      answer,
    );
    check(
      reward.state === 'pending' && reward.source === 'draw' && reward.form === 'none',
      'pending, of a draw, no form',
      answer,
    );
  },
});
