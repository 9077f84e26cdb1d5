import { defineCase } from '../../case.js';
import { check } from '../../verdict.js';

export const guestLink = defineCase({
  clause: 'core.guest.link',
  says: 'A host’s token with a guest’s secret links that guest to the member, once: what both were given alike counts once, what was used stays used.',
  fix: 'Merge in one transaction: grants as a union by rule and occasion, used chances as a sum; mark the guest as linked.',
  needs: ['members', 'own'],
  features: ['guests', 'lottery'],
  async run({ own }) {
    const stage = await own();
    const guest = (await stage.call('guest.create', { body: {} })).ok('guest.create');
    (await stage.draw({ token: guest.token! })).ok('lottery.draw');
    const { token } = await stage.member();
    const body = { secret: guest.secret! };
    const linked = await stage.call('guest.create', { token, body });
    const session = linked.ok('guest.create');
    check(session.linked, 'linked: true', linked);
    const { granted, used } = session.me.sections.chances!;
    check(granted === 3 && used === 1, '3 chances granted and 1 used, as one person has', linked);
    const again = await stage.call('guest.create', { token, body });
    check(!again.ok('guest.create').linked, 'linked: false, for it was linked before', again);
    check(again.ok('guest.create').me.sections.chances!.granted === 3, '3 chances granted still', again);
  },
});
