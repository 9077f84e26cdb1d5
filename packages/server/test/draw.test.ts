// Draws: one key, one effect; never more prizes than there are; gates by the server's clock.
import type { DefinitionInput } from '@fanfare/protocol';
import { fromHex, participantHash, pickPrize } from '@fanfare/protocol/verify';
import { describe, expect, it } from 'vitest';
import { memoryStore } from '../src/memory/index.js';
import type { Store } from '../src/store.js';
import { createBackend, LIVE, plain } from './backend.js';

const DAY = 86_400_000;
type Lottery = NonNullable<DefinitionInput['lottery']>;
const withLottery = (change: Partial<Lottery>): DefinitionInput => ({
  ...plain,
  lottery: { ...(plain.lottery as Lottery), ...change },
});
const prizes = (...list: Partial<Lottery['prizes'][number]>[]): Partial<Lottery> => ({
  prizes: list.map((prize, at) => ({
    id: `p${at}`,
    name: { '*': `P${at}` },
    kind: 'goods',
    weight: 1,
    ...prize,
  })),
  chances: [{ id: 'joined', fact: 'joined', chances: 100 }],
});
const codeOf = async (response: Response) => [response.status, (await response.json()).code];

describe('idempotency', () => {
  it('answers the same key with the same bytes, an hour later and after the end', async () => {
    const backend = await createBackend();
    const token = await backend.member('ming');
    const first = await backend.draw(token, 'k');
    expect(first.headers.get('Idempotency-Replayed')).toBeNull();
    const body = await first.text();
    await backend.draw(token, 'k2');
    backend.clock.now += 30 * DAY;
    const replay = await backend.draw(await backend.member('ming'), 'k');
    expect(replay.status).toBe(200);
    expect(replay.headers.get('Idempotency-Replayed')).toBe('true');
    expect(replay.headers.get('Content-Type')).toBe('application/json');
    expect(await replay.text()).toBe(body);
  });

  it('has one effect for the same key fifty times at once', async () => {
    const backend = await createBackend();
    const token = await backend.member('ming');
    const responses = await Promise.all(Array.from({ length: 50 }, () => backend.draw(token, 'k')));
    const bodies = new Set(await Promise.all(responses.map((response) => response.text())));
    expect(responses.map((response) => response.status)).toEqual(Array(50).fill(200));
    expect(bodies.size).toBe(1);
    expect((await backend.me(token)).sections.chances).toMatchObject({ used: 1 });
  });

  it('refuses a key that is missing, empty or unusable', async () => {
    const backend = await createBackend();
    const token = await backend.member('ming');
    for (const key of ['', 'x'.repeat(129), 'a b'])
      expect(await codeOf(await backend.draw(token, key))).toEqual([400, 'key_missing']);
  });

  it('refuses a key with another body, and takes the same body in another order', async () => {
    const backend = await createBackend();
    const token = await backend.member('ming');
    const send = (body: string) => backend.post('/v1/activities/plain/draws', { token, key: 'k', body });
    await backend.store.transaction((tx) => tx.addCodes('plain', ['A']));
    expect((await send('{"client_seed":"a"}')).status).toBe(200);
    expect(await codeOf(await send('{"client_seed":"b"}'))).toEqual([422, 'key_reused']);
    expect((await send('{ "client_seed" : "a" }')).headers.get('Idempotency-Replayed')).toBe('true');
  });

  it('keeps the keys of participants and activities apart', async () => {
    const backend = await createBackend([plain, { ...plain, id: 'other' }]);
    const [ming, hong] = [await backend.member('ming'), await backend.member('hong')];
    const ids = new Set<string>();
    for (const [token, activity] of [
      [ming, 'plain'],
      [hong, 'plain'],
      [ming, 'other'],
    ] as const)
      ids.add((await (await backend.draw(token, 'k', activity)).json()).draw.id);
    expect(ids.size).toBe(3);
  });

  it('answers 409 with Retry-After while the first request with the key still runs', async () => {
    const inner = memoryStore();
    const store: Store = {
      ...inner,
      transaction: (work) => inner.transaction((tx) => work({ ...tx, tryLock: async () => false })),
    };
    const backend = await createBackend([plain], { store });
    const response = await backend.draw(await backend.member('ming'), 'k');
    expect(response.headers.get('Retry-After')).toBe('1');
    expect(await response.json()).toMatchObject({ code: 'key_in_progress', status: 409, retryable: true });
  });

  it('does not save a refusal: the same key succeeds once there is a chance', async () => {
    const backend = await createBackend([
      withLottery({ chances: [{ id: 'watched', fact: 'watched', chances: 1 }] }),
    ]);
    const token = await backend.member('ming');
    expect(await codeOf(await backend.draw(token, 'k'))).toEqual([409, 'no_chances']);
    await backend.fact({ id: 'f', participant: 'ming', name: 'watched' });
    expect((await backend.draw(token, 'k')).status).toBe(200);
  });
});

describe('the pick', () => {
  it('is what seed, client seed and nonce say, and can be repeated', async () => {
    const backend = await createBackend();
    const token = await backend.member('ming');
    const { draw } = await (await backend.draw(token, 'k', 'plain', { client_seed: 'mine' })).json();
    const { epoch, stored } = await backend.store.read(async (reader) => ({
      epoch: (await reader.activity('plain'))!.epoch!,
      stored: (await reader.draw('plain', draw.id))!,
    }));
    expect(stored).toMatchObject({ client_seed: 'mine', epoch: draw.epoch, nonce: draw.nonce, version: 1 });
    const { salt } = (await backend.me(token)).participant;
    const by = { activity: 'plain', participant: 'ming', salt, epoch: draw.epoch, nonce: draw.nonce };
    const picked = pickPrize(
      fromHex(epoch.seed),
      { activity: 'plain', participant: participantHash(by), client_seed: 'mine', nonce: draw.nonce },
      plain.lottery.prizes,
    );
    expect(stored.picked).toBe(picked.id);
  });

  it('opens a new epoch when weights change, and only then', async () => {
    const backend = await createBackend();
    const put = (version: number, definition: DefinitionInput) =>
      backend.send('PUT', '/v1/admin/activities/plain', {
        token: 'admin-key-0123456789',
        headers: { 'If-Match': `"${version}"` },
        body: definition,
      });
    const epoch = async () => (await backend.store.read((reader) => reader.activity('plain')))!.epoch!;
    const token = await backend.member('ming');
    await backend.draw(token, '1');
    const first = await epoch();
    await put(1, { ...plain, title: { '*': 'New title' } });
    expect(await epoch()).toEqual(first);
    await put(
      2,
      withLottery({
        prizes: plain.lottery.prizes.map((prize) => ({ ...prize, weight: 2 })) as Lottery['prizes'],
      }),
    );
    const second = await epoch();
    expect(second).toMatchObject({ epoch: 2, closed_at: null });
    expect(second.seed).not.toBe(first.seed);
    const { draw } = await (await backend.draw(token, '2')).json();
    expect(draw).toMatchObject({ epoch: 2, nonce: 1 });
  });
});

describe('outcomes', () => {
  const drawMany = async (definition: DefinitionInput, times: number) => {
    const backend = await createBackend([definition]);
    const token = await backend.member('ming');
    const draws = [];
    for (let at = 0; at < times; at++) draws.push((await (await backend.draw(token, `k${at}`)).json()).draw);
    return { backend, token, draws };
  };

  it('gives a depleted weight to no-prize: the odds of the rest stay as advertised', async () => {
    const { draws, backend } = await drawMany(
      withLottery(prizes({ weight: 50, stock: 2 }, { weight: 50, kind: 'coupon' })),
      100,
    );
    const count = (prize: string | null) => draws.filter((draw) => draw.prize === prize).length;
    expect(count('p0')).toBe(2);
    // 100 draws at one half: far below the 98 that renormalised odds would give.
    expect(count('p1')).toBeGreaterThan(30);
    expect(count('p1')).toBeLessThan(70);
    expect(count(null)).toBe(98 - count('p1'));
    const live = await (await backend.get('/v1/activities/plain/live')).json();
    expect(live.stock).toEqual([{ prize: 'p0', label: 'out' }]);
    expect(live.counters).toEqual({ participants: 1, draws: 100, awards: 2 + count('p1') });
  });

  it('lands on the prize of kind none when there is one', async () => {
    const { draws, token, backend } = await drawMany(
      withLottery(prizes({ weight: 1, stock: 0 }, { weight: 0, kind: 'none' })),
      2,
    );
    expect(draws[0]).toMatchObject({ outcome: 'none', prize: 'p1', reward: null });
    expect((await backend.me(token)).sections.rewards.items).toEqual([]);
  });

  it('holds a prize back until its time', async () => {
    const from = new Date(LIVE + 1000).toISOString();
    const { draws, backend, token } = await drawMany(
      withLottery(prizes({ from }, { weight: 0, kind: 'none' })),
      1,
    );
    expect(draws[0].outcome).toBe('none');
    backend.clock.now += 1000;
    expect((await (await backend.draw(token, 'now')).json()).draw).toMatchObject({
      outcome: 'won',
      prize: 'p0',
    });
  });

  it('puts the reward in hand: form, claim date and amount as they were when it was won', async () => {
    const { draws, backend, token } = await drawMany(
      withLottery(
        prizes(
          { kind: 'cash', value: 888, claim_days: 7, form: 'account', image: 'https://a.example/p.png' },
          { weight: 0 },
        ),
      ),
      1,
    );
    expect((await backend.me(token)).sections.rewards.items).toEqual([
      {
        id: draws[0].reward,
        prize: 'p0',
        name: { '*': 'P0' },
        kind: 'cash',
        image: 'https://a.example/p.png',
        source: 'draw',
        state: 'pending',
        at: new Date(LIVE).toISOString(),
        claim_by: new Date(LIVE + 7 * DAY).toISOString(),
        amount: 888,
        form: 'account',
        receipt: draws[0].receipt,
      },
    ]);
  });

  it('never gives out more than there is, and balances, with many drawing at once', async () => {
    const backend = await createBackend([withLottery(prizes({ stock: 7 }, { weight: 0, kind: 'none' }))]);
    const tokens = await Promise.all(Array.from({ length: 40 }, (_, at) => backend.member(`u${at}`)));
    const draws = await Promise.all(
      tokens.map(async (token) => (await (await backend.draw(token, 'k')).json()).draw),
    );
    expect(draws.filter((draw) => draw.outcome === 'won').length).toBe(7);
    expect(await backend.store.read((reader) => reader.stock('plain'))).toEqual([
      { prize: 'p0', total: 7, left: 0, awarded: 7 },
    ]);
  });

  it('runs a draw again that lost the race for the last one, and charges one chance', async () => {
    const inner = memoryStore();
    let races = 1;
    const store: Store = {
      ...inner,
      transaction: (work) =>
        inner.transaction((tx) =>
          work({ ...tx, takeStock: async (...of) => (races-- > 0 ? false : tx.takeStock(...of)) }),
        ),
    };
    const backend = await createBackend([withLottery(prizes({ stock: 1 }, { weight: 0, kind: 'none' }))], {
      store,
    });
    const token = await backend.member('ming');
    const { draw, sections } = await (await backend.draw(token, 'k')).json();
    expect(draw).toMatchObject({ outcome: 'won', nonce: 1 });
    expect(sections.chances.used).toBe(1);
  });
});

describe('gates, by the clock of the server', () => {
  it.each([
    ['2026-12-31T23:59:59.999+08:00', 'not_started'],
    ['2027-01-01T00:00:00+08:00', undefined],
    ['2027-01-07T23:59:59.999+08:00', undefined],
    ['2027-01-08T00:00:00+08:00', 'ended'],
  ])('at %s: %s', async (moment, code) => {
    const backend = await createBackend();
    backend.clock.now = Date.parse(moment);
    const response = await backend.draw(await backend.member('ming'), 'k');
    expect((await response.json()).code).toBe(code);
  });

  it.each([['lottery'], ['*']])('a pause of %s stops draws and nothing else', async (widget) => {
    const backend = await createBackend([
      { ...plain, paused: [widget, 'poster'], notice: { '*': 'Back soon' } },
    ]);
    const token = await backend.member('ming');
    expect(await codeOf(await backend.draw(token, 'k'))).toEqual([409, 'paused']);
    expect((await backend.me(token)).sections.chances.left).toBe(4);
    const live = await (await backend.get('/v1/activities/plain/live')).json();
    expect(live).toMatchObject({ paused: [widget, 'poster'], notice: { '*': 'Back soon' } });
  });

  it('a pause of another widget does not', async () => {
    const backend = await createBackend([{ ...plain, paused: ['poster'] }]);
    expect((await backend.draw(await backend.member('ming'), 'k')).status).toBe(200);
  });

  it('limits draws a day in the zone of the activity, whatever chances there are', async () => {
    const backend = await createBackend([withLottery({ draws_per_day: 2 })]);
    const token = await backend.member('ming');
    for (const key of ['1', '2']) expect((await backend.draw(token, key)).status).toBe(200);
    expect(await codeOf(await backend.draw(token, '3'))).toEqual([409, 'no_chances']);
    const today = (await backend.me(token)).sections.chances;
    expect(today).toMatchObject({ left: 0, used: 2, granted: 4, next_at: '2027-01-02T16:00:00.000Z' });
    backend.clock.now = Date.parse('2027-01-03T00:00:00+08:00');
    const tomorrow = (await backend.me(await backend.member('ming'))).sections.chances;
    expect(tomorrow).toMatchObject({ left: 2, granted: 5 });
    expect(tomorrow.revision).toBeGreaterThan(today.revision);
  });

  it('an activity without a lottery has no draws and no chances', async () => {
    const { lottery: _, ...rest } = plain;
    const backend = await createBackend([rest]);
    const token = await backend.member('ming');
    expect(await codeOf(await backend.draw(token, 'k'))).toEqual([404, 'not_found']);
    expect((await backend.me(token)).sections.chances).toBeUndefined();
  });
});

describe('codes', () => {
  const coded = withLottery({ codes: true, chances: [] });

  it('opens one draw without a chance; a second use is refused, its replay is not', async () => {
    const backend = await createBackend([coded]);
    await backend.store.transaction((tx) => tx.addCodes('plain', ['PARCEL-7']));
    const [ming, hong] = [await backend.member('ming'), await backend.member('hong')];
    expect(await codeOf(await backend.draw(ming, '0'))).toEqual([409, 'no_chances']);
    const first = await (await backend.draw(ming, '1', 'plain', { code: ' parcel-7 ' })).text();
    expect(JSON.parse(first).sections.chances).toMatchObject({ used: 0, left: 0 });
    expect(await (await backend.draw(ming, '1', 'plain', { code: ' parcel-7 ' })).text()).toBe(first);
    expect(await codeOf(await backend.draw(ming, '2', 'plain', { code: 'PARCEL-7' }))).toEqual([
      409,
      'code_used',
    ]);
    expect(await codeOf(await backend.draw(hong, '1', 'plain', { code: 'PARCEL-7' }))).toEqual([
      409,
      'code_used',
    ]);
    expect(await codeOf(await backend.draw(hong, '1', 'plain', { code: 'PARCEL-8' }))).toEqual([
      409,
      'code_invalid',
    ]);
  });

  it('is no code where the activity takes none', async () => {
    const backend = await createBackend();
    await backend.store.transaction((tx) => tx.addCodes('plain', ['A']));
    const response = await backend.draw(await backend.member('ming'), 'k', 'plain', { code: 'A' });
    expect(await codeOf(response)).toEqual([409, 'code_invalid']);
  });
});
