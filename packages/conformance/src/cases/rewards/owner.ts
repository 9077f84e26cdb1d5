import { defineCase } from '../../case.js';
import { claim, sureThing, win } from './winner.js';

export const owner = defineCase({
  clause: 'rewards.owner',
  says: 'A reward is claimed by its owner alone; for everybody else it is 404 `not_found`.',
  fix: 'Look rewards up by owner and id together.',
  needs: ['members', 'own'],
  features: ['lottery'],
  async run({ own }) {
    const stage = await own(sureThing());
    const [winner, thief] = [await stage.drawer(), await stage.drawer()];
    const reward = await win(stage, winner);
    (await claim(stage, thief, reward)).refused('not_found');
    (await claim(stage, thief, 'no-such-reward')).refused('not_found');
    (await claim(stage, winner, reward)).ok('reward.claim');
  },
});
