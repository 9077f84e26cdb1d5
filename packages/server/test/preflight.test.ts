// The list before a launch: what is right passes, what is wrong fails with an owner and a way out.
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { DefinitionInput } from '@fanfare/protocol';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parseDefinition } from '../src/index.js';
import { preflight } from '../src/node/commands/preflight.js';
import { type PreflightOptions, preflightText, runPreflight } from '../src/operations/preflight/run.js';
import { createBackend, plain } from './backend.js';

const BEFORE = Date.parse('2026-12-20T00:00:00Z');
const ready: DefinitionInput = {
  ...plain,
  title: { en: 'New Year', 'zh-CN': '跨年' },
  landing: 'https://carnival.bank/h5',
  rules: [{ id: 'who', title: { '*': 'Who' }, body: { '*': 'Adults.' } }],
  sessions: [
    {
      id: 'eve',
      title: { '*': 'Eve' },
      start_at: '2027-01-02T20:00:00+08:00',
      end_at: '2027-01-02T22:00:00+08:00',
    },
  ],
  lottery: {
    ...plain.lottery,
    publish_odds: true,
    prizes: [
      { id: 'cup', name: { '*': 'Cup' }, kind: 'goods', weight: 1, stock: 500, cost: 1000, claim_days: 15 },
      { id: 'luck', name: { '*': 'Good luck' }, kind: 'none', weight: 9 },
    ],
  },
};

async function findingsOf(change: Partial<DefinitionInput> = {}, options: Partial<PreflightOptions> = {}) {
  const definition = parseDefinition({ ...ready, ...change });
  const ask = async () => Promise.reject(new Error('nothing is asked'));
  return runPreflight(definition, { now: BEFORE, clock: () => BEFORE, ask, ...options });
}
const failedIn = async (...given: Parameters<typeof findingsOf>) =>
  (await findingsOf(...given))
    .filter(({ status }) => status === 'fail')
    .map(({ check, owner, text }) => `${owner} ${check}: ${text}`);

const prizes = (change: object) => ({
  lottery: {
    ...ready.lottery!,
    prizes: [{ ...ready.lottery!.prizes[0]!, ...change }, ready.lottery!.prizes[1]!],
  },
});

describe('a definition that is ready', () => {
  it('passes, and everybody finds their lines in the table', async () => {
    const findings = await findingsOf({}, { draws: 4000, visit: async () => 200 });
    expect(findings.filter(({ status }) => status !== 'pass')).toEqual([]);
    const text = preflightText('plain', findings);
    for (const line of [
      /^pass {2}operator {3}dates\.start .*starts Jan 1, 2027, 00:00 \(Asia\/Shanghai\), in 280 hours$/m,
      /^pass {2}prizes {5}stock\.lasts .*stock lasts for 4000 draws by the odds$/m,
      /^pass {2}prizes {5}stock\.money .*at most 5000\.00 yuan can be given out, points not counted$/m,
      /^pass {2}operator {3}links .*https:\/\/carnival\.bank\/h5 answers 200$/m,
      /: ready$/,
    ])
      expect(text).toMatch(line);
  });
});

describe('what is wrong fails, and says whose it is', () => {
  it.each<[string, Partial<DefinitionInput>, Partial<PreflightOptions>, string]>([
    [
      'a start in the past',
      {},
      { now: Date.parse('2027-01-02T00:00:00Z') },
      'operator dates.start: started Jan 1',
    ],
    [
      'a session outside',
      { sessions: [{ ...ready.sessions![0]!, end_at: '2027-02-02T22:00:00+08:00' }] },
      {},
      'operator dates.sessions: sessions outside start and end: eve.',
    ],
    [
      'a prize that never comes',
      prizes({ from: '2028-01-01T00:00:00Z' }),
      {},
      'prizes dates.prizes: never to be won',
    ],
    ['an empty shelf', prizes({ stock: 0 }), {}, 'prizes stock.none: on offer with a stock of 0: cup.'],
    ['a prize without a limit', prizes({ stock: undefined }), {}, 'prizes stock.limit: no limit to: cup.'],
    [
      'money without a limit',
      prizes({ stock: undefined }),
      {},
      'prizes stock.money: something that costs money',
    ],
    ['too little stock', {}, { draws: 6000 }, 'prizes stock.lasts: by the odds 6000 draws give out more'],
    [
      'a prize that expires before the end',
      prizes({ claim_days: 3 }),
      {},
      'prizes prizes.expire: won on the first day, these expire before the end: cup. Raise claim_days to 7',
    ],
    ['nobody may act', { origins: [] }, {}, 'developer config.origins: no page may act'],
    [
      'an origin without TLS',
      { origins: ['http://a.bank'] },
      {},
      'developer config.origins: these origins are not https',
    ],
    [
      'a sample address',
      { landing: 'https://plain.example/h5' },
      {},
      'operator config.landing: links lead to',
    ],
    ['something paused', { paused: ['lottery'] }, {}, 'operator config.paused: paused: lottery.'],
    ['no rules', { rules: [] }, {}, 'operator config.rules: no rules are published.'],
    ['one language', { title: { 'zh-CN': '跨年' } }, {}, 'operator config.languages: the title lacks en.'],
    [
      'a dead link',
      {},
      { visit: async () => 404 },
      'operator links: https://carnival.bank/h5 (landing) answers 404.',
    ],
    [
      'a link to nowhere',
      {},
      { visit: async () => 'does not answer (ENOTFOUND)' },
      'operator links: https://carnival.bank/h5 (landing) does not answer (ENOTFOUND).',
    ],
  ])('%s', async (_, change, options, words) => {
    const failed = await failedIn(change, options);
    expect(
      failed.some((line) => line.startsWith(words)),
      failed.join('\n'),
    ).toBe(true);
  });

  it('unless it is accepted', async () => {
    const findings = await findingsOf(prizes({ claim_days: 3 }), { accept: ['prizes.expire'] });
    expect(findings.filter(({ status }) => status === 'fail')).toEqual([]);
    expect(preflightText('plain', findings)).toMatch(/, 1 accepted: ready$/);
  });
});

describe('the endpoint', () => {
  const url = 'https://api.bank';
  async function against(change: object = {}, served: Partial<DefinitionInput> = {}, base = url, behind = 0) {
    const backend = await createBackend([{ ...ready, ...served }], change);
    backend.clock.now = BEFORE;
    return failedIn({}, { url: base, ask: backend.app.fetch, clock: () => BEFORE + behind });
  }

  it('serves the same activity to its pages, with the right time', async () => {
    expect(await against()).toEqual([]);
  });

  it.each<[string, Parameters<typeof against>, string]>([
    [
      'another version',
      [{}, { landing: 'https://other.bank/' }],
      'operator endpoint.activity: serves another version of it.',
    ],
    ['nothing', [{}, { id: 'other' }], 'operator endpoint.activity: answers 404.'],
    [
      'no origin',
      [{}, { origins: [] }],
      'developer endpoint.origins: pages of https://plain.example may not act',
    ],
    ['development aids', [{ dev: true }], 'developer endpoint.dev: development aids are on'],
    ['no encryption', [{}, {}, 'http://api.bank'], 'hosting endpoint.https: http://api.bank is not https'],
    ['a wrong clock', [{}, {}, url, 5000], 'hosting clock: the server'],
  ])('%s fails', async (_, given, words) => {
    const failed = await against(...given);
    expect(
      failed.some((line) => line.startsWith(words)),
      failed.join('\n'),
    ).toBe(true);
  });

  it('that does not answer is one line', async () => {
    const ask = async () => Promise.reject(new TypeError('fetch failed'));
    expect(await failedIn({}, { url, ask })).toEqual([
      'hosting endpoint: https://api.bank does not answer: fetch failed. Is it started, and is the address right?',
    ]);
  });
});

describe('fanfare-server preflight', () => {
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'fanfare-preflight-'));
    const year = new Date().getUTCFullYear() + 1;
    const schedule = { start_at: `${year}-01-01T00:00:00Z`, end_at: `${year}-01-08T00:00:00Z` };
    await writeFile(join(folder, 'ready.json'), JSON.stringify({ ...ready, schedule, sessions: [] }));
    await writeFile(
      join(folder, 'late.json'),
      JSON.stringify({ ...ready, schedule, sessions: [], rules: [] }),
    );
    await writeFile(join(folder, 'wrong.json'), JSON.stringify({ ...ready, zone: 'Moon' }));
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));
  const run = async (...args: string[]) => {
    const said: string[] = [];
    const code = await preflight(args, (text) => said.push(text));
    return { code, said: said.join('\n') };
  };

  it('ends with 0 when all is well, with 1 when something failed, with 2 when it cannot be run', async () => {
    expect(await run(join(folder, 'ready.json'), '--offline', '--draws', '4000')).toMatchObject({ code: 0 });
    const late = await run(join(folder, 'late.json'), '--offline');
    expect([late.code, late.said]).toEqual([1, expect.stringContaining('FAIL  operator   config.rules')]);
    expect(await run(join(folder, 'late.json'), '--offline', '--accept', 'config.rules')).toMatchObject({
      code: 0,
    });
    expect(await run()).toMatchObject({ code: 2, said: expect.stringContaining('--accept <check>') });
    await expect(run(join(folder, 'wrong.json'))).rejects.toThrow('"zone" expected an IANA time zone');
    await expect(run(join(folder, 'ready.json'), '--draws', 'many')).rejects.toThrow('"draws" expected');
  });

  it('speaks JSON to machines', async () => {
    const { said } = await run(join(folder, 'late.json'), '--offline', '--json');
    expect(JSON.parse(said)).toContainEqual(
      expect.objectContaining({ check: 'config.rules', owner: 'operator', status: 'fail' }),
    );
  });
});
