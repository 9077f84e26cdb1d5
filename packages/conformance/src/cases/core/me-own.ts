import { defineCase } from '../../case.js';
import { check } from '../../verdict.js';

export const meOwn = defineCase({
  clause: 'core.me.own',
  says: '`me` is the state of the token’s `sub` and of nobody else, whatever headers or query a caller adds.',
  fix: 'Take the participant from the verified token only.',
  needs: ['members'],
  async run({ shared }) {
    const stage = await shared();
    const [ming, mei] = [await stage.member(), await stage.member()];
    for (const [me, other] of [
      [ming, mei],
      [mei, ming],
    ] as const) {
      const answer = await stage.call('participant.get', {
        token: me.token,
        query: { participant: other.id, sub: other.id },
        headers: { 'X-Participant': other.id, 'X-User-Id': other.id, 'X-Forwarded-User': other.id },
      });
      check(answer.ok('participant.get').participant.id === me.id, `the participant "${me.id}"`, answer);
      check(!answer.text.includes(other.id), 'an answer that does not know the other participant', answer);
    }
  },
});
