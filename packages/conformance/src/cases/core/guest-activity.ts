import { defineCase } from '../../case.js';

export const guestActivity = defineCase({
  clause: 'core.guest.activity',
  says: 'A guest’s token is for one activity: in another it is 401 `token_invalid`.',
  fix: 'Sign the activity’s id into guest tokens (as `aud`, say) and compare it.',
  needs: ['own'],
  features: ['guests'],
  async run({ own, shared }) {
    const [here, there] = [await shared(), await own()];
    const { token } = (await there.call('guest.create', { body: {} })).ok('guest.create');
    (await here.call('participant.get', { token: token! })).refused('token_invalid');
  },
});
