// What cannot be tried is told with its reason, and never counted as passed.
import { SignJWT } from 'jose';
import { expect, it } from 'vitest';
import { runConformance } from '../src/index.js';
import { ENDPOINT, referenceApp, referenceOptions, SECRET } from './reference.js';

const run = (options: Parameters<typeof runConformance>[1]) => {
  const app = referenceApp();
  return runConformance(ENDPOINT, { ...options, fetch: app.fetch });
};

it('without any key nothing of an activity can be certified', async () => {
  const { levels, cases } = await run({ levels: ['core', 'draw', 'concurrency'] });
  expect(levels.map(({ verdict }) => verdict)).toEqual(Array(3).fill('not_certified'));
  expect(cases.every(({ outcome, reason }) => outcome === 'passed' || Boolean(reason))).toBe(true);
  expect(levels[1]!.reasons).toContain('no participants: give --signing-jwk or --token-command');
});

it('with tokens from elsewhere all is tried but bad tokens, which nobody can sign', async () => {
  const { signingJwk: _, ...keys } = referenceOptions;
  const tokens = (sub: string) =>
    new SignJWT({ sub, aud: 'conformance', exp: Math.floor(Date.now() / 1000) + 600 })
      .setProtectedHeader({ alg: 'HS256' })
      .sign(new TextEncoder().encode(SECRET));
  const { cases } = await run({ ...keys, tokens, levels: ['core'] });
  const untried = cases.filter(({ outcome }) => outcome !== 'passed').map(({ clause }) => clause);
  expect(untried.sort()).toEqual(
    ['algorithm', 'audience', 'expiry', 'none', 'subject'].map((name) => `core.token.${name}`),
  );
});

it('a given activity is tried as it is', async () => {
  const app = referenceApp();
  const put = await app.fetch(
    new Request(`${ENDPOINT}/v1/admin/activities/given`, {
      method: 'PUT',
      headers: { Authorization: `Bearer ${referenceOptions.adminKey}`, 'Content-Type': 'application/json' },
      body: JSON.stringify({
        id: 'given',
        project: 'conformance',
        title: { '*': 'Given' },
        zone: 'Asia/Shanghai',
        landing: 'https://given.example/',
        schedule: { start_at: '2020-01-01T00:00:00Z', end_at: '2120-01-01T00:00:00Z' },
        lottery: {
          prizes: [
            { id: 'cup', name: { '*': 'Cup' }, kind: 'goods', weight: 1 },
            { id: 'luck', name: { '*': 'Luck' }, kind: 'none', weight: 1 },
          ],
          chances: [{ id: 'joined', fact: 'joined', chances: 2 }],
        },
      }),
    }),
  );
  expect(put.status).toBe(200);
  const { signingJwk } = referenceOptions;
  const report = await runConformance(ENDPOINT, {
    signingJwk,
    activity: 'given',
    levels: ['draw'],
    fetch: app.fetch,
  });
  const passed = report.cases.filter(({ outcome }) => outcome === 'passed').map(({ clause }) => clause);
  expect(passed).toEqual(
    expect.arrayContaining(['draw.key.replay', 'draw.key.body', 'draw.chances', 'draw.result']),
  );
  expect(report.levels[0]!.failed).toBe(0);
  expect(report.levels[0]!.reasons.join()).toContain('--admin-key');
});

it('what is no backend is said in a sentence', async () => {
  const page = async () => new Response('<html>', { headers: { 'Content-Type': 'text/html' } });
  await expect(runConformance(ENDPOINT, { fetch: page })).rejects.toThrow(
    /a body as the contract of capabilities.get/,
  );
});
