import { defineCase } from '../../case.js';
import { check } from '../../verdict.js';
import { codeOf } from './people.js';

export const code = defineCase({
  clause: 'invite.code',
  says: 'Everybody has an own code and link from the first `me` on: random (60 bits or more), stable, the landing address with `invite=<code>`, and nothing personal in them.',
  fix: 'Make 13 characters of a 32-letter alphabet from random bytes and look them up; derive nothing from the id.',
  needs: ['members'],
  async run({ shared }) {
    const stage = await shared();
    const { landing } = (await stage.call('activity.get')).ok('activity.get');
    const codes = new Set<string>();
    for (let turn = 0; turn < 5; turn++) {
      const person = await stage.member();
      const answer = await stage.call('participant.get', { token: person.token });
      const { code, url } = answer.ok('participant.get').sections.invite!;
      const link = new URL(url);
      check(link.searchParams.get('invite') === code, 'the link with invite=<code>', answer);
      check(link.origin === new URL(landing).origin, `a link to ${landing}`, answer);
      check(code.length >= 10 && !person.id.includes(code), 'a random code of 10 characters or more', answer);
      check((await codeOf(stage, person)) === code, 'the same code in the next answer', answer);
      check(!codes.has(code), 'a code that nobody else has', answer);
      codes.add(code);
    }
  },
});
