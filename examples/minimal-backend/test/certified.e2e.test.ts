// The one-file backend, held to the contract by the built kit's own command.
import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, it } from 'vitest';

const run = promisify(execFile);
const example = join(import.meta.dirname, '..');
const kit = join(example, '../../packages/conformance/dist/bin.js');
const SECRET = 'minimal-backend-participants-0123456789';
const keys = { PARTICIPANT_SECRET: SECRET, HOST_KEY: 'minimal-host-key', ADMIN_KEY: 'minimal-admin-key' };

let backend: ReturnType<typeof spawn>;
let url: string;
let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'fanfare-conformance-'));
  backend = spawn(process.execPath, ['server.mjs'], {
    cwd: example,
    env: { ...process.env, ...keys, PORT: '0', DEV: '1' },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  [url] = await once(createInterface({ input: backend.stdout! }), 'line');
});
afterAll(async () => {
  backend?.kill();
  await rm(folder, { recursive: true, force: true });
});

const certify = (...args: string[]) =>
  run(process.execPath, [kit, url, '--draws', '200', ...args], {
    env: {
      ...process.env,
      FANFARE_SIGNING_JWK: JSON.stringify({
        kty: 'oct',
        alg: 'HS256',
        k: Buffer.from(SECRET).toString('base64url'),
      }),
      FANFARE_HOST_KEY: keys.HOST_KEY,
      FANFARE_ADMIN_KEY: keys.ADMIN_KEY,
    },
  });

it('is certified for core, draw and checkin, in words, JSON and JUnit', async () => {
  const [json, junit] = [join(folder, 'report.json'), join(folder, 'report.xml')];
  const { stdout } = await certify(
    '--dev-clock',
    '--level',
    'core,draw,checkin',
    '--json',
    json,
    '--junit',
    junit,
  );
  expect(stdout).toMatch(
    /core +\d+ +0 +0 +certified\ndraw +\d+ +0 +0 +certified\ncheckin +\d+ +0 +0 +certified/,
  );
  const { levels } = JSON.parse(await readFile(json, 'utf8'));
  expect(levels.map((one: { verdict: string }) => one.verdict)).toEqual(Array(3).fill('certified'));
  expect(await readFile(junit, 'utf8')).toMatch(
    /<testsuite name="draw" tests="\d+" failures="0" skipped="0">/,
  );
});

it('is not certified for what it does not have, and the kit says so with exit code 1', async () => {
  const failure = await certify('--level', 'invite').then(
    () => null,
    (error) => error,
  );
  expect(failure.code).toBe(1);
  expect(failure.stdout).toContain('invite: the backend does not list feature "invite"');
});
