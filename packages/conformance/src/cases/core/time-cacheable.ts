import { defineCase } from '../../case.js';
import { check } from '../../verdict.js';

export const timeCacheable = defineCase({
  clause: 'core.time.cacheable',
  says: 'An answer that may be cached carries no `Fanfare-Time`: out of a cache it would be a wrong clock.',
  fix: 'Leave Fanfare-Time out wherever Cache-Control is not no-store.',
  async run({ send, shared }) {
    const stage = await shared();
    const answers = [
      await send('GET', '/v1'),
      await stage.call('activity.get'),
      await stage.call('activity.live'),
    ];
    for (const answer of answers) {
      check(answer.status === 200, 'status 200', answer);
      check(!answer.headers.has('Fanfare-Time'), 'no Fanfare-Time on a cacheable answer', answer);
    }
  },
});
