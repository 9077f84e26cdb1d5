import { defineCase } from '../../case.js';
import { check } from '../../verdict.js';

export const corsPublic = defineCase({
  clause: 'core.cors.public',
  says: 'Public GETs answer `Access-Control-Allow-Origin: *` to every page, never with credentials, and expose `Fanfare-Time`.',
  fix: 'Send the star without looking at the Origin, so that one cached answer serves all pages.',
  async run({ send, shared }) {
    const stage = await shared();
    const headers = { Origin: 'https://anywhere.example' };
    const answers = [
      await send('GET', '/v1', { headers }),
      await send('GET', '/v1/time', { headers }),
      await stage.call('activity.get', { headers }),
      await stage.call('activity.live', { headers }),
    ];
    for (const answer of answers) {
      check(answer.header('Access-Control-Allow-Origin') === '*', 'Access-Control-Allow-Origin: *', answer);
      check(
        !answer.headers.has('Access-Control-Allow-Credentials'),
        'no Access-Control-Allow-Credentials',
        answer,
      );
    }
    check(
      /fanfare-time/i.test(answers[1]!.header('Access-Control-Expose-Headers')),
      'Fanfare-Time in Access-Control-Expose-Headers',
      answers[1]!,
    );
  },
});
