// A server that is killed with SIGKILL between receiving the claim of a red envelope and answering it, at every
// statement: after the restart the same key gives one effect, and its answer never changes.
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, beforeAll, expect, test } from 'vitest';
import { signToken } from './backend.js';
import type { Moment } from './support/armed-store.js';
import { run, startPostgres } from './support/postgres-server.js';
import { buildProgram, type Program, startProgram } from './support/program.js';

let file: string;
let current: Program | undefined;

beforeAll(async () => {
  file = await buildProgram('doomed-inviter');
});
afterEach(() => current?.kill());

async function restart(database: string, moment: Moment | 'never'): Promise<void> {
  await current?.kill();
  current = await startProgram(file, {
    DATABASE: database,
    DOOMED_KEY: `doomed-${moment}`,
    DOOMED_AT: String(moment),
  });
}

async function call(path: string, who: string, key: string, method = 'POST'): Promise<Response> {
  const now = Date.now() / 1000;
  const token = await signToken({ sub: who, aud: 'demo', iat: now, exp: now + 3600 });
  return fetch(`${current!.said}/v1/activities/plain${path}`, {
    method,
    headers: { Authorization: `Bearer ${token}`, 'Idempotency-Key': key },
  });
}

/** Somebody of the moment's name with a friend who counts. */
async function prepare(moment: Moment): Promise<void> {
  const { sections } = await (await call('/me', `person-${moment}`, '', 'GET')).json();
  const accepted = await call(
    `/invites/${sections.invite.code}/accept`,
    `friend-${moment}`,
    `accept-${moment}`,
  );
  expect(accepted.status).toBe(200);
}

/** The claim of the moment's person: its answer, or null when the server died over it. */
async function claim(moment: Moment) {
  const response = await call('/tiers/cash/claim', `person-${moment}`, `doomed-${moment}`).catch(() => null);
  return response && { status: response.status, headers: response.headers, text: await response.text() };
}

async function claimUntilAnswered(moment: Moment) {
  for (let left = 20; left > 0; left--) {
    const answer = await claim(moment);
    if (answer && answer.status !== 409 && answer.status !== 503) return answer;
    await sleep(100);
  }
  throw new Error('The claim was never answered.');
}

test('at every statement and around the commit', async () => {
  const server = await startPostgres();
  try {
    const database = await server.createDatabase();
    const moments: Moment[] = [];
    const dieAt = async (moment: Moment): Promise<boolean> => {
      await restart(database, moment);
      await prepare(moment);
      if ((await claim(moment))?.status === 200) return false;
      expect(await current!.ended).toBe('SIGKILL');
      moments.push(moment);
      return true;
    };
    expect(await dieAt('during-commit')).toBe(true);
    expect(await dieAt('after-commit')).toBe(true);
    // One statement further with every life, until a claim has no statement left to die at.
    let statement = 1;
    while (await dieAt(statement)) statement++;
    expect(moments.length).toBeGreaterThan(15);

    for (const moment of moments) {
      const answer = await claimUntilAnswered(moment);
      expect(answer.status).toBe(200);
      if (moment === 'after-commit') expect(answer.headers.get('Idempotency-Replayed')).toBe('true');
      if (typeof moment === 'number') expect(answer.headers.has('Idempotency-Replayed')).toBe(false);
      expect((await claimUntilAnswered(moment)).text).toBe(answer.text);
      expect(JSON.parse(answer.text).sections.rewards.items).toHaveLength(1);
    }
    const claims = moments.length + 1;
    const [books] = await run(
      database,
      `select
         (select count(*)::int from fanfare.tier_claims) as claims,
         (select count(*)::int from fanfare.rewards) as rewards,
         (select count(*)::int from fanfare.envelopes where is_open) as opened,
         (select awarded::int from fanfare.stock where prize = 'tier:cash') as awarded,
         (select count(*)::int from fanfare.transfers) as transfers,
         (select sum(amount)::int from fanfare.transfers) = (select awarded::int from fanfare.stock where prize = 'pool')
           and (select sum(amount)::int from fanfare.transfers) = (select sum(amount)::int from fanfare.envelopes where is_open)
           as balanced`,
    );
    expect(books).toEqual({
      claims,
      rewards: claims,
      opened: claims,
      awarded: claims,
      transfers: claims,
      balanced: true,
    });
  } finally {
    await current?.kill();
    await server.stop();
  }
});
