// `fanfare-server` as a process: started with nothing, stopped with grace, killed in the middle of draws.
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { plain } from './backend.js';

const BIN = fileURLToPath(new URL('../dist/bin.js', import.meta.url));
const KEYS = {
  FANFARE_PARTICIPANT_KEY: 'participant-key-of-the-process-test-0123',
  FANFARE_GUEST_KEY: 'guest-key-of-the-process-test-0123456789',
  FANFARE_HOST_KEY: 'host-key-of-the-test',
  FANFARE_ADMIN_KEY: 'admin-key-of-the-test',
};

let folder: string;
const running = new Set<ChildProcess>();

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'fanfare-bin-'));
  const chances = [{ id: 'joined', fact: 'joined', chances: 1000 }];
  const definition = { ...plain, lottery: { ...plain.lottery, chances } };
  await writeFile(join(folder, 'activity.json'), JSON.stringify(definition));
});
afterAll(async () => {
  for (const process of running) process.kill('SIGKILL');
  await rm(folder, { recursive: true, force: true });
});

/** Starts the command and waits until it listens. */
async function start(args: string[], env: Record<string, string> = KEYS) {
  const process_ = spawn(process.execPath, [BIN, '--port', '0', '--host', '127.0.0.1', ...args], {
    cwd: folder,
    env: { PATH: process.env.PATH, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  running.add(process_);
  const lines: Record<string, unknown>[] = [];
  let errors = '';
  process_.stderr.on('data', (chunk) => {
    errors += chunk;
  });
  const url = await new Promise<string>((resolve, reject) => {
    createInterface({ input: process_.stdout }).on('line', (line) => {
      const entry = JSON.parse(line);
      lines.push(entry);
      if (entry.event === 'listening') resolve(entry.url);
    });
    process_.on('exit', () => reject(new Error(errors)));
  });
  const end = async (signal: NodeJS.Signals) => {
    process_.kill(signal);
    const [code] = process_.exitCode === null ? await once(process_, 'exit') : [process_.exitCode];
    running.delete(process_);
    return code;
  };
  const post = async (path: string, body: object, headers: Record<string, string> = {}) =>
    fetch(`${url}${path}`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', ...headers },
      body: JSON.stringify(body),
    });
  return { url, lines, end, post, errors: () => errors };
}

/** Into the live phase, and a token for `sub`. */
async function enter({ post }: Awaited<ReturnType<typeof start>>, sub: string): Promise<string> {
  await post('/v1/dev/clock', { now: '2027-01-02T20:00:00+08:00' });
  return (await (await post('/v1/dev/token', { activity: 'plain', sub })).json()).token;
}

describe('fanfare-server', () => {
  it('starts with nothing else, prints the keys it made up, and stops with grace', async () => {
    const server = await start([], {});
    expect((await fetch(`${server.url}/readyz`)).status).toBe(200);
    expect((await fetch(`${server.url}/v1/dev/clock`)).status).toBe(404);
    for (const name of Object.keys(KEYS)) expect(server.errors()).toContain(`${name} was not given`);
    expect(await server.end('SIGTERM')).toBe(0);
    expect(server.lines.at(-1)).toMatchObject({ event: 'stopped', finished: true });
  }, 60_000);

  it('says what is wrong and where, and does not start', async () => {
    await writeFile(join(folder, 'broken.json'), JSON.stringify({ ...plain, zone: 'Moon' }));
    const failing = start(['--data', 'broken', '--definitions', 'broken.json']);
    await expect(failing).rejects.toThrow(
      '[fanfare/server] broken.json has 1 problem:\n  "zone" expected an IANA time zone such as Asia/Shanghai, got "Moon".',
    );
    await expect(start(['--port', '-1'])).rejects.toThrow('[fanfare/server]');
  }, 60_000);

  it('killed in the middle of draws and started again: every key has one effect', async () => {
    const args = ['--data', 'killed', '--definitions', 'activity.json', '--dev'];
    const first = await start(args);
    const keys = Array.from({ length: 60 }, (_, at) => `key-${at}`);
    const people = ['ming', 'hong', 'lan'];
    const drawAll = async (server: typeof first, onAnswer: (count: number) => void = () => {}) => {
      const tokens = await Promise.all(people.map((sub) => enter(server, sub)));
      const answers = new Map<string, { body: string; replayed: boolean }>();
      const draw = async (key: string, at: number) => {
        const response = await server.post(
          '/v1/activities/plain/draws',
          { client_seed: 'seed' },
          { Authorization: `Bearer ${tokens[at % people.length]}`, 'Idempotency-Key': key },
        );
        expect(response.status).toBe(200);
        const replayed = response.headers.has('Idempotency-Replayed');
        answers.set(key, { body: await response.text(), replayed });
        onAnswer(answers.size);
      };
      const results = await Promise.allSettled(keys.map(draw));
      return { answers, lost: results.filter(({ status }) => status === 'rejected').length };
    };

    let killed: Promise<unknown> = Promise.resolve();
    const before = await drawAll(first, (count) => {
      if (count === 15) killed = first.end('SIGKILL');
    });
    await killed;
    expect(before.lost).toBeGreaterThan(0);

    const second = await start(args);
    const after = await drawAll(second);
    expect(after.answers.size).toBe(keys.length);
    for (const [key, { body }] of before.answers) {
      expect(after.answers.get(key)).toEqual({ body, replayed: true });
    }
    const ids = new Set([...after.answers.values()].map(({ body }) => JSON.parse(body).draw.id));
    expect(ids.size).toBe(keys.length);
    const live = await (await fetch(`${second.url}/v1/activities/plain/live`)).json();
    expect(live.counters.draws).toBe(keys.length);
    for (const sub of people) {
      const headers = { Authorization: `Bearer ${await enter(second, sub)}` };
      const me = await (await fetch(`${second.url}/v1/activities/plain/me`, { headers })).json();
      expect(me.sections.chances).toMatchObject({ granted: 1000, used: keys.length / people.length });
    }
    expect(await second.end('SIGTERM')).toBe(0);
  }, 90_000);
});
