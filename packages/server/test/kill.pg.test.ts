// A server that is killed with SIGKILL between receiving a draw and answering it, at every statement of the draw.
// Whatever had happened by then, after the restart the same key gives one effect, and its answer never changes.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, beforeAll, expect, test } from 'vitest';
import { signToken } from './backend.js';
import type { Moment } from './support/armed-store.js';
import { type PostgresServer, run, startPostgres } from './support/postgres-server.js';
import { buildProgram, type Program, startProgram } from './support/program.js';

type Name = Moment | string;

let file: string;
let current: Program | undefined;

beforeAll(async () => {
  file = await buildProgram('doomed-server');
});
afterEach(() => current?.kill());

/** Starts the server, doomed to die at `moment` of the draw with the key `doomed-<moment>`. */
async function restart(database: string, moment: Moment | 'never'): Promise<void> {
  await current?.kill();
  current = await startProgram(file, {
    DATABASE: database,
    DOOMED_KEY: `doomed-${moment}`,
    DOOMED_AT: String(moment),
  });
}

/** `name` is both the person and the key: a moment, or anything. */
async function call(path: string, name: Name, init?: RequestInit): Promise<Response> {
  const now = Date.now() / 1000;
  const token = await signToken({ sub: `person-${name}`, aud: 'demo', iat: now, exp: now + 3600 });
  return fetch(`${current!.said}/v1/activities/plain${path}`, {
    ...init,
    headers: {
      Authorization: `Bearer ${token}`,
      'Content-Type': 'application/json',
      'Idempotency-Key': `doomed-${name}`,
    },
  });
}

/** The draw of `name`: its answer, or null when the server died over it. */
async function draw(name: Name) {
  const body = JSON.stringify({ client_seed: 'seed' });
  const response = await call('/draws', name, { method: 'POST', body }).catch(() => null);
  return response && { status: response.status, headers: response.headers, text: await response.text() };
}

/** What a page does: the same request again until it is answered for good. */
async function drawUntilAnswered(name: Name) {
  for (let left = 20; left > 0; left--) {
    const answer = await draw(name);
    if (answer && answer.status !== 409 && answer.status !== 503) return answer;
    await sleep(100);
  }
  throw new Error('The draw was never answered.');
}

async function expectOneEffect(name: Name): Promise<void> {
  const answer = await drawUntilAnswered(name);
  expect(answer.status).toBe(200);
  if (name === 'after-commit') expect(answer.headers.get('Idempotency-Replayed')).toBe('true');
  if (typeof name === 'number') expect(answer.headers.has('Idempotency-Replayed')).toBe(false);
  const again = await drawUntilAnswered(name);
  expect(again.text).toBe(answer.text);
  expect(again.headers.get('Idempotency-Replayed')).toBe('true');

  const { sections } = await (await call('/me', name)).json();
  expect(sections.chances).toMatchObject({ used: 1, granted: 3 });
  const { draw: drawn } = JSON.parse(answer.text);
  expect(sections.rewards.items.map((reward: { id: string }) => reward.id)).toEqual([drawn.reward]);
}

async function dieAt(database: string, moment: Moment): Promise<void> {
  await restart(database, moment);
  expect(await draw(moment)).toBeNull();
  expect(await current!.ended).toBe('SIGKILL');
}

test('on PostgreSQL, at every statement and around the commit', async () => {
  const server: PostgresServer = await startPostgres();
  try {
    const database = await server.createDatabase();
    const moments: Moment[] = ['during-commit', 'after-commit'];
    for (const moment of moments) await dieAt(database, moment);

    // One statement further with every life, until a draw has no statement left to die at.
    for (let statement = 1; ; statement++) {
      await restart(database, statement);
      if ((await draw(statement))?.status === 200) break;
      expect(await current!.ended).toBe('SIGKILL');
      moments.push(statement);
    }
    expect(moments.length).toBeGreaterThan(10);

    for (const moment of moments) await expectOneEffect(moment);
    const draws = moments.length + 1;
    expect(
      await run(
        database,
        `select awarded::int, total::int - stock_left::int as taken,
           (select count(*)::int from fanfare.draws) as draws,
           (select count(*)::int from fanfare.rewards) as rewards,
           (select count(*)::int from fanfare.saved_answers) as answers
         from fanfare.stock where prize = 'cup'`,
      ),
    ).toEqual([{ awarded: draws, taken: draws, draws, rewards: draws, answers: draws }]);
  } finally {
    await current?.kill();
    await server.stop();
  }
});

test('on a PGlite folder, at a statement, after the commit and in the thick of it', async () => {
  const root = await mkdtemp(join(tmpdir(), 'fanfare-killed-'));
  const folder = join(root, 'data');
  const crowd = Array.from({ length: 30 }, (_, n) => `crowd-${n}`);
  try {
    const moments = [8, 'after-commit'] as const;
    for (const moment of moments) await dieAt(folder, moment);

    await restart(folder, 'never');
    const answered = new Map<string, string>();
    await Promise.all(
      crowd.map(async (name) => {
        const answer = await draw(name);
        if (answer?.status === 200) answered.set(name, answer.text);
        if (answered.size === 10) await current!.kill();
      }),
    );
    expect(answered.size).toBeGreaterThanOrEqual(10);
    expect(answered.size).toBeLessThan(crowd.length);

    await restart(folder, 'never');
    for (const name of [...moments, ...crowd]) await expectOneEffect(name);
    for (const [name, text] of answered) expect((await drawUntilAnswered(name)).text).toBe(text);
    const live = await (await call('/live', 'anybody')).json();
    const all = moments.length + crowd.length;
    expect(live.counters).toEqual({ participants: all, draws: all, awards: all });
  } finally {
    await current?.kill();
    await rm(root, { recursive: true, force: true });
  }
});
