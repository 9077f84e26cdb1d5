import { defineCase } from '../../case.js';

export const bodyType = defineCase({
  clause: 'core.body.type',
  says: 'A body that is not declared as JSON is 415 `unsupported_media_type` (but for events): a form of a foreign page cannot send it without a preflight.',
  fix: 'Require Content-Type: application/json wherever a body is read.',
  async run({ shared }) {
    const stage = await shared();
    const headers = { 'Content-Type': 'text/plain' };
    (await stage.call('guest.create', { body: '{}', headers })).refused('unsupported_media_type');
  },
});
