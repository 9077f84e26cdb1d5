import { defineCase } from '../../case.js';
import { claim, sureThing, win } from './winner.js';

export const guest = defineCase({
  clause: 'rewards.guest',
  says: 'Who must be sent something signs in first: a guest’s claim with a form is 403 `guest_forbidden`.',
  fix: 'Ask for a member where the form is not `none`.',
  needs: ['own'],
  features: ['lottery', 'guests'],
  async run({ own }) {
    const stage = await own(sureThing({ form: 'address' }));
    const { token } = (await stage.call('guest.create', { body: {} })).ok('guest.create');
    const guest = { token: token! };
    const reward = await win(stage, guest);
    (await claim(stage, guest, reward)).refused('guest_forbidden');
  },
});
