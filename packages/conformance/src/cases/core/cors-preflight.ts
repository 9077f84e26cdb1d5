import { pathOf, routes } from '@fanfare/protocol';
import { defineCase } from '../../case.js';
import { check } from '../../verdict.js';

export const corsPreflight = defineCase({
  clause: 'core.cors.preflight',
  says: 'A preflight of an acting route answers the activity’s origins with the method, the headers `Authorization`, `Content-Type` and `Idempotency-Key`, and a `Access-Control-Max-Age`; foreign origins get no leave.',
  fix: 'Answer OPTIONS on every route; a Max-Age of 7200 saves a request for every tap.',
  needs: ['own'],
  async run({ shared, send }) {
    const stage = await shared();
    const ask = (origin: string) =>
      send('OPTIONS', pathOf(routes['lottery.draw'], { activity: stage.id }), {
        headers: {
          Origin: origin,
          'Access-Control-Request-Method': 'POST',
          'Access-Control-Request-Headers': 'authorization,content-type,idempotency-key',
        },
      });
    const known = await ask(stage.origin!);
    check(known.status === 200 || known.status === 204, 'status 204', known);
    check(
      known.header('Access-Control-Allow-Origin') === stage.origin,
      `Access-Control-Allow-Origin: ${stage.origin}`,
      known,
    );
    check(
      /\bPOST\b/.test(known.header('Access-Control-Allow-Methods')),
      'POST in Access-Control-Allow-Methods',
      known,
    );
    for (const name of ['authorization', 'content-type', 'idempotency-key'])
      check(
        known.header('Access-Control-Allow-Headers').toLowerCase().includes(name),
        `${name} in Access-Control-Allow-Headers`,
        known,
      );
    check(Number(known.header('Access-Control-Max-Age')) > 0, 'an Access-Control-Max-Age', known);
    const foreign = await ask('https://evil.example');
    check(!foreign.headers.has('Access-Control-Allow-Origin'), 'no leave for a foreign page', foreign);
  },
});
