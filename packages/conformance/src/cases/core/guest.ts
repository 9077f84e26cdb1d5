import { defineCase } from '../../case.js';
import { check } from '../../verdict.js';

export const guest = defineCase({
  clause: 'core.guest',
  says: '`guest.create` makes a guest with a token and a secret that is told once; the secret brings the same guest back, with a fresh token.',
  fix: 'Store a hash of the secret, answer it only to a new guest, and find the guest by it later.',
  features: ['guests'],
  async run({ shared }) {
    const stage = await shared();
    const first = await stage.call('guest.create', { body: {} });
    const { secret, token, me } = first.ok('guest.create');
    check(secret !== undefined && token !== undefined, 'a token and a secret for a new guest', first);
    check(me.participant.kind === 'guest', 'a participant of kind "guest"', first);
    const again = await stage.call('guest.create', { body: { secret } });
    const back = again.ok('guest.create');
    check(back.me.participant.id === me.participant.id, 'the same guest', again);
    check(back.secret === undefined, 'no secret for a guest who has it', again);
    const read = await stage.call('participant.get', { token: back.token! });
    check(
      read.ok('participant.get').participant.id === me.participant.id,
      'the guest behind its token',
      read,
    );
  },
});
