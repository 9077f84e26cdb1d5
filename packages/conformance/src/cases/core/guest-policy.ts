import { defineCase } from '../../case.js';

export const guestPolicy = defineCase({
  clause: 'core.guest.policy',
  says: 'The activity says what guests may: with `none` there are none (403 `guest_forbidden`), with `view` they have a state but may not act.',
  fix: 'Check `guests` when a guest is made and before every effect.',
  needs: ['own'],
  features: ['guests', 'lottery'],
  async run({ own }) {
    const closed = await own({ guests: 'none' });
    (await closed.call('guest.create', { body: {} })).refused('guest_forbidden');
    const open = await own({ guests: 'view' });
    const { token } = (await open.call('guest.create', { body: {} })).ok('guest.create');
    (await open.draw({ token: token! })).refused('guest_forbidden');
  },
});
