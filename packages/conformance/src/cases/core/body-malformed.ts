import { defineCase } from '../../case.js';
import { check } from '../../verdict.js';

export const bodyMalformed = defineCase({
  clause: 'core.body.malformed',
  says: 'A body that is not JSON is 400 `malformed`, and tells nothing of the backend’s inside.',
  fix: 'Catch the parser’s error and answer the problem; never a stack.',
  async run({ shared }) {
    const stage = await shared();
    for (const body of ['{', '{"secret":', 'null]', '\u0000']) {
      const answer = (await stage.call('guest.create', { body })).refused('malformed');
      check(!/\bat .+:\d+:\d+/.test(answer.text), 'no stack in the answer', answer);
    }
  },
});
