import { defineCase } from '../../case.js';
import { check } from '../../verdict.js';

export const bodyUnknown = defineCase({
  clause: 'core.body.unknown',
  says: 'A field that the contract does not know is 422 `invalid` and named in `errors` by its pointer; so is a wrong value.',
  fix: 'Validate requests strictly; put every wrong field into errors as { pointer, detail }.',
  async run({ shared }) {
    const stage = await shared();
    for (const [body, pointer] of [
      [{ isAdmin: true }, '/isAdmin'],
      [{ secret: 7 }, '/secret'],
    ] as const) {
      const answer = (await stage.call('guest.create', { body })).refused('invalid');
      const { errors = [] } = answer.json as { errors?: { pointer: string }[] };
      check(
        errors.some((one) => one.pointer === pointer),
        `an entry for ${pointer} in errors`,
        answer,
      );
    }
    (await stage.call('guest.create', { body: '[]' })).refused('invalid');
  },
});
