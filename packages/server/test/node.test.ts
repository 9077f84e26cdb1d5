// The Node entry: listening, stopping with grace, definitions from files, settings.
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { App } from '../src/index.js';
import { memoryStore } from '../src/memory/index.js';
import { loadDefinitions, serve } from '../src/node/index.js';
import { readSettings } from '../src/node/settings.js';
import { createBackend, plain } from './backend.js';

const local = { port: 0, host: '127.0.0.1' };

/** An app whose answers wait until they are let go. */
function slowApp() {
  let started = () => {};
  let letGo = () => {};
  const isStarted = new Promise<void>((resolve) => {
    started = resolve;
  });
  const gate = new Promise<void>((resolve) => {
    letGo = resolve;
  });
  const app: Pick<App, 'fetch'> = {
    async fetch() {
      started();
      await gate;
      return new Response('done');
    },
  };
  return { app, isStarted, letGo };
}

describe('serve', () => {
  it('serves the app over HTTP', async () => {
    const backend = await createBackend();
    const server = await serve(backend.app, local);
    const response = await fetch(`${server.url}/v1/activities/plain/guests`, { method: 'POST' });
    expect(response.status).toBe(200);
    expect((await response.json()).me.sections.chances.left).toBe(4);
    expect((await fetch(`${server.url}/v1/activities/plain`, { method: 'HEAD' })).status).toBe(200);
    expect(await server.stop()).toBe(true);
    await expect(fetch(`${server.url}/healthz`)).rejects.toThrow();
  });

  it('finishes requests in hand when it stops, and takes no new ones', async () => {
    const { app, isStarted, letGo } = slowApp();
    const server = await serve(app, local);
    const inHand = fetch(server.url);
    await isStarted;
    const stopping = server.stop();
    expect(server.stop()).toBe(stopping);
    await expect(fetch(server.url)).rejects.toThrow();
    letGo();
    const response = await inHand;
    expect([await response.text(), response.headers.get('Connection')]).toEqual(['done', 'close']);
    expect(await stopping).toBe(true);
  });

  it('does not wait for ever', async () => {
    const { app, isStarted } = slowApp();
    const server = await serve(app, { ...local, graceMs: 50 });
    const cut = fetch(server.url).catch(() => 'cut');
    await isStarted;
    expect(await server.stop()).toBe(false);
    expect(await cut).toBe('cut');
  });

  it('rejects when the port is taken', async () => {
    const { app } = slowApp();
    const first = await serve(app, local);
    const port = Number(new URL(first.url).port);
    await expect(serve(app, { ...local, port })).rejects.toThrow('EADDRINUSE');
    await first.stop();
  });
});

describe('loadDefinitions', () => {
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'fanfare-definitions-'));
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));

  it('stores a file or every file of a folder; a restart changes nothing', async () => {
    const store = memoryStore();
    await writeFile(join(folder, 'a.json'), JSON.stringify(plain));
    await writeFile(join(folder, 'b.json'), JSON.stringify({ ...plain, id: 'other' }));
    await writeFile(join(folder, 'notes.txt'), 'no definition');
    const first = await loadDefinitions(store, folder);
    expect(first.map(({ id, version }) => [id, version])).toEqual([
      ['plain', 1],
      ['other', 1],
    ]);
    const epoch = await store.read(async (reader) => (await reader.activity('plain'))?.epoch);
    expect(await loadDefinitions(store, folder)).toEqual(first);
    expect(await store.read(async (reader) => (await reader.activity('plain'))?.epoch)).toEqual(epoch);
    await writeFile(join(folder, 'a.json'), JSON.stringify({ ...plain, guests: 'view' }));
    expect(await loadDefinitions(store, join(folder, 'a.json'))).toMatchObject([{ id: 'plain', version: 2 }]);
  });

  it('tells of every problem in every file at once', async () => {
    await writeFile(join(folder, 'a.json'), '{');
    await writeFile(join(folder, 'b.json'), JSON.stringify({ ...plain, zone: 'x', landing: 'y' }));
    const failing = loadDefinitions(memoryStore(), folder);
    await expect(failing).rejects.toThrow(/a\.json is not JSON:/);
    await expect(failing).rejects.toThrow(/b\.json has 2 problems:\n {2}"zone" .*\n {2}"landing" /);
    await expect(loadDefinitions(memoryStore(), join(folder, 'nothing'))).rejects.toThrow(
      'there is no definition at',
    );
  });
});

describe('settings', () => {
  const KEYS = {
    FANFARE_PARTICIPANT_KEY: 'p'.repeat(40),
    FANFARE_GUEST_KEY: 'g'.repeat(40),
    FANFARE_HOST_KEY: 'h'.repeat(20),
    FANFARE_ADMIN_KEY: 'a'.repeat(20),
  };

  it('with nothing else, starts on a folder with keys of its own', () => {
    const settings = readSettings([], {})!;
    expect(settings.trackKeys).toEqual([]);
    expect(settings).toMatchObject({
      port: 8787,
      database: './.fanfare',
      dev: false,
      definitions: undefined,
    });
    expect(Object.keys(settings.generated)).toEqual(Object.keys(KEYS));
    expect(readSettings([], {})!.keys.guest).not.toBe(settings.keys.guest);
  });

  it('reads publishable keys and their projects', () => {
    const read = (keys: string) => readSettings([], { FANFARE_TRACK_KEYS: keys })!.trackKeys;
    expect(read('pk_a=shop, pk_b=demo,')).toEqual([
      { key: 'pk_a', project: 'shop' },
      { key: 'pk_b', project: 'demo' },
    ]);
    for (const wrong of ['pk_a', '=shop', 'pk_a=shop,pk_a=demo'])
      expect(() => read(wrong)).toThrow('"trackKeys" expected a key of one project each');
  });

  it('reads the command line and the environment', () => {
    const args = [
      '--port',
      '9000',
      '--definitions',
      'd',
      '--data',
      'x',
      '--dev',
      '--origin',
      'https://a.example',
    ];
    expect(readSettings(args, KEYS)).toMatchObject({
      port: 9000,
      definitions: 'd',
      database: 'x',
      dev: true,
      origins: ['https://a.example'],
      generated: {},
      keys: {
        participant: [{ alg: 'HS256', secret: KEYS.FANFARE_PARTICIPANT_KEY }],
        guest: KEYS.FANFARE_GUEST_KEY,
      },
    });
    expect(
      readSettings(['--data', 'x'], { ...KEYS, DATABASE_URL: 'postgres://h/d', PORT: '1' }),
    ).toMatchObject({
      port: 1,
      database: 'postgres://h/d',
    });
    expect(readSettings(['--help'], {})).toBeNull();
  });

  it('takes a public key with its algorithm', () => {
    const jwk = { kty: 'EC', crv: 'P-256', alg: 'ES256', kid: 'k1', x: 'x', y: 'y' };
    const { participant } = readSettings([], { ...KEYS, FANFARE_PARTICIPANT_KEY: JSON.stringify(jwk) })!.keys;
    expect(participant).toEqual([{ alg: 'ES256', jwk, kid: 'k1' }]);
  });

  it.each([
    [['--port', 'x'], {}, '"port" expected a number from 0 to 65535, got "x".'],
    [['--prot', '1'], {}, "Unknown option '--prot'"],
    [
      [],
      { DATABASE_URL: 'postgres://h/d' },
      'FANFARE_PARTICIPANT_KEY is missing. Set it beside DATABASE_URL',
    ],
    [[], { FANFARE_GUEST_KEY: 'short' }, '"keys.guest" expected at least 32 characters, got 5.'],
    [
      [],
      { FANFARE_PARTICIPANT_KEY: '{"kty":"oct","alg":"HS256"}' },
      'expected a JWK whose "alg" is one of ES256',
    ],
    [[], { FANFARE_PARTICIPANT_KEY: '{' }, 'FANFARE_PARTICIPANT_KEY is not a JWK'],
  ])('%j %j: %s', (args, env, sentence) => {
    expect(() => readSettings(args, env)).toThrow(sentence);
  });
});
