import { defineCase } from '../../case.js';
import { check } from '../../verdict.js';

/** NUL, which no text column takes; an escape that is cut off; a name longer than any; a way out of the folder. */
const STRANGE = ['%00', '%E0%A4%A', 'x'.repeat(2000), '..%2F..%2Fetc', '__proto__'];

export const addressStrange = defineCase({
  clause: 'core.address.strange',
  says: 'Whatever stands in an address or its query is answered: a part that names nothing is refused with a problem, and nothing of it fails inside.',
  fix: 'Refuse parts that cannot be a name before they reach the database.',
  async run({ send, shared }) {
    const { id } = await shared();
    for (const part of STRANGE) {
      for (const path of [
        part,
        `${id}/invites/${part}`,
        `${id}/fairness/draws?after=${part}`,
        `${id}?version=${part}`,
      ]) {
        const answer = await send('GET', `/v1/activities/${path}`);
        check(answer.status >= 400 && answer.status < 500, 'a refusal, status 400 to 499', answer);
        check(answer.code !== '', 'a problem with a code', answer);
      }
      const draw = await send('GET', `/v1/activities/${id}/fairness/draws?draw=${part}`);
      check(draw.status < 500, 'no failure of the backend', draw);
    }
  },
});
