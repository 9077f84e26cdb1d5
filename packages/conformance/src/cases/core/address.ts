import { defineCase } from '../../case.js';
import { check } from '../../verdict.js';

export const address = defineCase({
  clause: 'core.address',
  says: 'An address that is none is 404 `not_found`; a method that an address does not take is 405 `method_not_allowed` with `Allow`.',
  fix: 'Answer unknown addresses and methods with problems too, not with the framework’s own page.',
  async run({ send }) {
    (await send('GET', '/v1/nowhere')).refused('not_found');
    const wrong = (await send('DELETE', '/v1/time')).refused('method_not_allowed');
    check(/\bGET\b/.test(wrong.header('Allow')), 'GET in Allow', wrong);
  },
});
