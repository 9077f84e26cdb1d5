// What anybody may read: nothing but what is meant for them, and for as long as they may keep it.
import type { DefinitionInput } from '@fanfare/protocol';
import { contracts } from '@fanfare/protocol';
import { describe, expect, it } from 'vitest';
import { maskName } from '../src/activity/live.js';
import { createBackend, keys, plain } from './backend.js';

/** Every private field carries a marker that appears nowhere else. */
const marked = {
  ...plain,
  id: 'public',
  project: 'mark-project',
  origins: ['https://mark-origin.example'],
  sessions: [
    {
      id: 's',
      title: { '*': 'Show' },
      start_at: '2027-01-01T19:00:00+08:00',
      end_at: '2027-01-01T20:00:00+08:00',
    },
  ],
  nodes: [{ id: 'n', title: { '*': 'Node' }, at: '2027-01-01T20:00:00+08:00' }],
  next: { title: { '*': 'Next' }, start_at: '2027-02-01T20:00:00+08:00', url: 'https://plain.example/next' },
  rules: [{ id: 'r', title: { '*': 'Rule' }, body: { '*': 'Body' } }],
  lottery: {
    prizes: [
      {
        id: 'cup',
        name: { '*': 'Cup' },
        kind: 'goods',
        weight: 7100001,
        stock: 7200002,
        cost: 7300003,
        claim_days: 7400,
        form: 'address',
        from: '2027-01-07T07:07:07+08:00',
      },
      { id: 'luck', name: { '*': 'Luck' }, kind: 'none', weight: 7500005, cost: 7600006 },
    ],
    chances: [
      { id: 'mark-rule', fact: 'mark-fact', chances: 7700, per_day: 7701, total: 7702 },
      {
        id: 'watched',
        fact: 'mark-other-fact',
        chances: 1,
        per_day: 7801,
        total: 7802,
        title: { '*': 'Watch' },
      },
    ],
    draws_per_day: 7900,
    few_percent: 79,
  },
  invite: {
    qualify: 'mark-qualify',
    tiers: [
      {
        id: 'one',
        friends: 1,
        name: { '*': 'One' },
        kind: 'cash',
        envelope: { total: 7300103, count: 73001 },
        cost: 7300203,
        form: 'account',
        claim_days: 7400,
      },
      { id: 'two', friends: 2, name: { '*': 'Two' }, kind: 'points', points: 770021, cost: 7300303 },
    ],
    tasks: [{ id: 't', kind: 'follow', title: { '*': 'Follow' }, done_by: 'mark-followed', friends: 77003 }],
    steps: [
      {
        id: 's',
        title: { '*': 'mark-step' },
        url: 'https://mark-step.example/',
        options: [
          { id: 'a', title: { '*': 'mark-option' }, url: 'https://mark-option.example/' },
          { id: 'b', title: { '*': 'B' } },
        ],
        by_channel: { 'mark-channel': 'a' },
        done_by: 'mark-done',
      },
    ],
  },
  report: {
    steps: [
      { id: 'mark-report-a', title: { '*': 'mark-report' }, kind: 'scan', event: 'mark-report-event' },
      { id: 'mark-report-b', title: { '*': 'B' }, kind: 'convert', fact: 'mark-report-fact', usual: 0.77006 },
    ],
    channels: [{ id: 'mark-report-channel', title: { '*': 'mark-report' }, reach: 770061, cost: 770062 }],
    fixed_cost: 770063,
    targets: [{ step: 'mark-report-b', channel: 'mark-report-channel', people: 770064 }],
  },
  guards: [{ on: 'claim', per: 'network', count: 770051, seconds: 770052, outcome: 'deny' }],
} satisfies DefinitionInput;

const MARKS =
  /mark-|7100001|14600006|7200002|7300003|7300[123]03|77002|77003|77005|77006|7400|01-0[67]T\d\d:07:07|7500005|7600006|770[012]|780[12]|7900|"few_percent"|"cost"|"weight"|"stock":7|"left"|"seed"|"salt/;

describe('the public projection', () => {
  it('leaks no private field through any public route', async () => {
    expect(JSON.stringify(marked)).toMatch(MARKS);
    const backend = await createBackend([marked]);
    await backend.guest({}, undefined, 'public');
    for (const path of [
      '/v1',
      '/v1/time',
      '/v1/activities/public',
      '/v1/activities/public?version=1',
      '/v1/activities/public/live',
      '/v1/activities/public/fairness',
      '/v1/activities/public/fairness/draws',
      '/healthz',
      '/readyz',
    ]) {
      const response = await backend.get(path);
      expect(response.status, path).toBe(200);
      const text = await response.text();
      // Hashes are random: any of them may look like a marked number.
      expect(text.replace(/"[0-9a-f]{64}"/g, '"hash"'), path).not.toMatch(MARKS);
      for (const random of ['Request-Id', 'Traceparent', 'ETag']) response.headers.delete(random);
      expect(JSON.stringify([...response.headers]), path).not.toMatch(MARKS);
    }
  });

  it('answers what the contract says and not one field more', async () => {
    const backend = await createBackend([
      marked,
      { ...plain, lottery: { ...plain.lottery, publish_odds: true, publish_stock: true } },
    ]);
    for (const id of ['public', 'plain']) {
      const activity = await (await backend.get(`/v1/activities/${id}`)).json();
      expect(contracts['activity.get'].output.parse(activity)).toEqual(activity);
      const live = await (await backend.get(`/v1/activities/${id}/live`)).json();
      expect(contracts['activity.live'].output.parse(live)).toEqual(live);
    }
    const capabilities = await (await backend.get('/v1')).json();
    expect(contracts['capabilities.get'].output.parse(capabilities)).toEqual(capabilities);
  });

  it('publishes odds and stock where the operator says so', async () => {
    const backend = await createBackend([
      { ...plain, lottery: { ...plain.lottery, publish_odds: true, publish_stock: true } },
    ]);
    const { lottery } = await (await backend.get('/v1/activities/plain')).json();
    expect(lottery.prizes.map((prize: { weight: number }) => prize.weight)).toEqual([1, 4, 5]);
    expect(lottery.total_weight).toBe(10);
    expect(lottery.ways).toEqual([{ id: 'watched', title: { '*': 'Watch' }, chances: 2 }]);
    const { stock } = await (await backend.get('/v1/activities/plain/live')).json();
    expect(stock).toEqual([{ prize: 'cup', label: 'plenty', left: 5 }]);
  });

  it('says times in UTC', async () => {
    const backend = await createBackend([marked]);
    const activity = await (await backend.get('/v1/activities/public')).json();
    expect(activity.schedule).toEqual({
      start_at: '2026-12-31T16:00:00.000Z',
      end_at: '2027-01-07T16:00:00.000Z',
    });
    expect(activity.sessions[0].start_at).toBe('2027-01-01T11:00:00.000Z');
    expect(activity.nodes[0].at).toBe('2027-01-01T12:00:00.000Z');
    expect(activity.next.start_at).toBe('2027-02-01T12:00:00.000Z');
  });
});

describe('caching', () => {
  it('keeps a named version for ever, the newest for half a minute, live for a second', async () => {
    const backend = await createBackend();
    const of = async (path: string) => (await backend.get(path)).headers.get('Cache-Control');
    expect(await of('/v1/activities/plain?version=1')).toBe('public, max-age=31536000, immutable');
    expect(await of('/v1/activities/plain')).toBe('public, max-age=30, stale-while-revalidate=300');
    expect(await of('/v1/activities/plain/live')).toMatch(/^public, max-age=1,/);
  });

  it('answers an older version as it was, and 404 for one that is not there', async () => {
    const backend = await createBackend();
    await backend.send('PUT', '/v1/admin/activities/plain', {
      token: keys.admin[0]!.key,
      headers: { 'If-Match': '"1"' },
      body: { ...plain, title: { '*': 'Changed' } },
    });
    const of = async (query: string) => backend.get(`/v1/activities/plain${query}`);
    expect(await (await of('?version=1')).json()).toMatchObject({ version: 1, title: { '*': 'Plain' } });
    expect(await (await of('')).json()).toMatchObject({ version: 2, title: { '*': 'Changed' } });
    expect((await (await backend.get('/v1/activities/plain/live')).json()).version).toBe(2);
    for (const query of [
      '?version=3',
      '?version=0',
      '?version=-1',
      '?version=x',
      '?version=',
      '?version=1e9',
    ])
      expect((await of(query)).status, query).toBe(404);
  });

  it('answers 304 to who has it already: public and private', async () => {
    const backend = await createBackend();
    const token = await backend.member('ming');
    for (const path of ['/v1/activities/plain', '/v1/activities/plain/me']) {
      const first = await backend.get(path, { token });
      const etag = first.headers.get('ETag')!;
      expect(etag).toMatch(/^"[\w-]+"$/);
      for (const header of [etag, `"x", W/${etag}`, '*']) {
        const again = await backend.get(path, { token, headers: { 'If-None-Match': header } });
        expect([again.status, await again.text(), again.headers.get('ETag')]).toEqual([304, '', etag]);
        expect(again.headers.get('Cache-Control')).toBe(first.headers.get('Cache-Control'));
        expect(again.headers.has('Fanfare-Time')).toBe(false);
      }
      expect((await backend.get(path, { token, headers: { 'If-None-Match': '"x"' } })).status).toBe(200);
    }
    await backend.draw(token, 'k');
    const etag = (await backend.get('/v1/activities/plain/me', { token })).headers.get('ETag');
    await backend.draw(token, 'k2');
    expect((await backend.get('/v1/activities/plain/me', { token })).headers.get('ETag')).not.toBe(etag);
  });

  it('keeps me private', async () => {
    const backend = await createBackend();
    const response = await backend.get('/v1/activities/plain/me', { token: await backend.member('ming') });
    expect(response.headers.get('Cache-Control')).toBe('private, no-cache');
  });
});

describe('live', () => {
  it('labels stock: plenty, few, out', async () => {
    const prizes = [{ ...plain.lottery.prizes[0]!, stock: 10 }, ...plain.lottery.prizes.slice(1)];
    const backend = await createBackend([{ ...plain, lottery: { ...plain.lottery, prizes } }]);
    const label = async () => (await (await backend.get('/v1/activities/plain/live')).json()).stock[0].label;
    const take = (times: number) =>
      backend.store.transaction(async (tx) => {
        for (let at = 0; at < times; at++) await tx.takeStock('plain', 'cup');
      });
    expect(await label()).toBe('plenty');
    await take(8);
    expect(await label()).toBe('plenty');
    await take(1);
    expect(await label()).toBe('few');
    await take(1);
    expect(await label()).toBe('out');
  });

  it('shows winners, newest first, with masked names', async () => {
    const sure = {
      ...plain.lottery,
      prizes: plain.lottery.prizes.map((prize) => ({ ...prize, weight: prize.id === 'coupon' ? 1 : 0 })),
    };
    const backend = await createBackend([{ ...plain, lottery: sure }]);
    for (const name of ['王小明', 'Ann Smith']) {
      await backend.draw(await backend.member(name, { name }), 'k');
      backend.clock.now += 1000;
    }
    await backend.draw((await backend.guest()).token, 'k');
    const response = await backend.get('/v1/activities/plain/live');
    const text = await response.text();
    expect(JSON.parse(text).winners).toMatchObject([
      { name: '***' },
      { name: 'A**' },
      { name: '王**', prize: { '*': 'Coupon' } },
    ]);
    expect(text).not.toMatch(/小明|Smith/);
    expect(JSON.parse(text).counters).toEqual({ participants: 3, draws: 3, awards: 3 });
  });

  it.each([
    ['王小明', '王**'],
    ['A', 'A**'],
    ['👍🏽 x', '👍**'],
    ['é (decomposed)', 'é**'],
    ['', '***'],
    [null, '***'],
  ])('masks %j as %s', (name, masked) => {
    expect(maskName(name)).toBe(masked);
  });
});
