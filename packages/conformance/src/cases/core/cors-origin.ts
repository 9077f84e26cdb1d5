import { defineCase } from '../../case.js';
import { check } from '../../verdict.js';

export const corsOrigin = defineCase({
  clause: 'core.cors.origin',
  says: 'Private and acting routes answer exactly the origins of the activity: no star, no echo of a foreign origin, no credentials, `Vary: Origin`.',
  fix: 'Compare the Origin with the list of the activity as whole text; answer it only when it is there.',
  needs: ['members', 'own'],
  async run({ shared }) {
    const stage = await shared();
    const { token } = await stage.member();
    const from = (origin: string) => stage.call('participant.get', { token, headers: { Origin: origin } });
    const known = await from(stage.origin!);
    check(
      known.header('Access-Control-Allow-Origin') === stage.origin,
      `Access-Control-Allow-Origin: ${stage.origin}`,
      known,
    );
    check(/origin/i.test(known.header('Vary')), 'Vary: Origin', known);
    for (const foreign of [
      'https://evil.example',
      `${stage.origin}.evil.example`,
      'null',
      stage.origin!.replace('https', 'http'),
    ]) {
      const answer = await from(foreign);
      check(
        !answer.headers.has('Access-Control-Allow-Origin'),
        'no Access-Control-Allow-Origin for a foreign page',
        answer,
      );
    }
    check(
      !known.headers.has('Access-Control-Allow-Credentials'),
      'no Access-Control-Allow-Credentials',
      known,
    );
  },
});
