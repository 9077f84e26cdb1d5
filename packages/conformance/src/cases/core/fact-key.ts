import { defineCase } from '../../case.js';

export const factKey = defineCase({
  clause: 'core.fact.key',
  says: 'Facts come from the host’s server alone: without its key, or with a participant’s token, 401 `unauthenticated`.',
  fix: 'Compare the bearer key with the host’s keys before anything else.',
  needs: ['members'],
  features: ['facts'],
  async run({ shared }) {
    const stage = await shared();
    const { id, token } = await stage.member();
    const body = { id: 'kit-forged', participant: id, name: 'watched' };
    (await stage.call('fact.record', { body })).refused('unauthenticated');
    (await stage.call('fact.record', { body, token })).refused('unauthenticated');
  },
});
