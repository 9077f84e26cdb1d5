import { defineCase } from '../../case.js';
import { check } from '../../verdict.js';

export const timeNow = defineCase({
  clause: 'core.time.now',
  says: '`GET /v1/time` answers the clock in unix ms, `no-store`, with the same number in `Fanfare-Time`; it never goes back.',
  fix: 'Read the clock once, last of all, and write it to the body and to Fanfare-Time.',
  async run({ send }) {
    const first = await send('GET', '/v1/time');
    const second = await send('GET', '/v1/time');
    for (const answer of [first, second]) {
      const { now } = answer.ok('time.get');
      check(answer.header('Cache-Control').includes('no-store'), 'Cache-Control: no-store', answer);
      check(Math.abs(answer.stamp - now) <= 5000, 'Fanfare-Time with the number of the body', answer);
    }
    check(second.stamp >= first.stamp, 'a second answer that is not earlier than the first', first, second);
  },
});
