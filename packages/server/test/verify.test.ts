// The command that checks a backend from outside, against the app over HTTP.
import { afterAll, beforeAll, expect, it } from 'vitest';
import { verify } from '../src/node/commands/verify.js';
import { type Served, serve } from '../src/node/serve.js';
import { createBackend, plain } from './backend.js';

let backend: Awaited<ReturnType<typeof createBackend>>;
let served: Served;
let salt = '';
/** What the operator changes between the store and the world. */
let spoil = (text: string) => text;

beforeAll(async () => {
  backend = await createBackend();
  for (const person of ['ming', 'hong'])
    for (const key of ['1', '2', '3']) await backend.draw(await backend.member(person), key);
  await backend.app.seal();
  salt = (await backend.me(await backend.member('ming'))).participant.salt;
  const fetch = async (request: Request) => {
    const response = await backend.app.fetch(request);
    return new Response(spoil(await response.text()), response);
  };
  served = await serve({ fetch }, { port: 0, host: '127.0.0.1' });
});
afterAll(() => served.stop());

async function run(...args: string[]) {
  const said: string[] = [];
  const code = await verify([served.url, '--activity', 'plain', ...args], (text) => said.push(text));
  return { code, text: said.join('\n') };
}

it('finds nothing in an honest log, and says what waits for its seed', async () => {
  const { code, text } = await run();
  expect(text).toContain('plain: 6 draws in the log, 0 made again.');
  expect(text).toContain('6 wait for the seed');
  expect([code, text.split('\n').at(-1)]).toEqual([0, 'Nothing was found.']);
});

it('shows whoever has the salt which draws are theirs', async () => {
  const { text } = await run('--participant', 'ming', '--salt', salt);
  expect(text.match(/yours: draw/g)).toHaveLength(3);
  expect((await run('--participant', 'ming', '--salt', '00')).text).not.toContain('yours');
});

it('makes every draw again after the close, names what was changed and ends with 1', async () => {
  backend.clock.now = Date.parse(plain.schedule.end_at) + 60_000;
  expect((await run()).text).toContain('6 draws in the log, 6 made again.');
  spoil = (text) => text.replace(/"sequence":3,/, '"sequence":4,');
  const { code, text } = await run();
  expect(code).toBe(1);
  expect(text).toContain('entry_missing');
  spoil = (text) => text;
  const { findings } = JSON.parse((await run('--json')).text);
  expect(findings).toEqual([]);
});

it('ends with 2 when it is not told what to check', async () => {
  const said: string[] = [];
  expect(await verify([], (text) => said.push(text))).toBe(2);
  expect(said.join()).toContain('fanfare-server verify <url>');
  await expect(verify([served.url, '--activity', 'nothing'], () => {})).rejects.toThrow('answered 404');
});
