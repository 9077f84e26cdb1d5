// What those who run it ask for: a receipt's story, winners, webhooks, metrics, traces, and forgetting.
import { createHmac } from 'node:crypto';
import type { DefinitionInput } from '@fanfare/protocol';
import { describe, expect, it } from 'vitest';
import { type Store, verifyWebhook, type WebhookMessage } from '../src/index.js';
import { readSettings } from '../src/node/settings.js';
import { postgresStore } from '../src/postgres/index.js';
import { createBackend, keys, plain } from './backend.js';

const ADMIN = '/v1/admin/activities/plain';
const token = keys.admin[0]!.key;
const DAY_MS = 86_400_000;

/** Every draw wins a cup, which wants an address. */
const winning: DefinitionInput & { lottery: object } = {
  ...plain,
  lottery: {
    ...plain.lottery,
    prizes: [
      {
        id: 'cup',
        name: { en: 'Cup', 'zh-CN': '=杯子' },
        kind: 'goods',
        weight: 1,
        form: 'address',
      },
      { id: 'luck', name: { '*': 'Luck' }, kind: 'none', weight: 0 },
    ],
  },
};
const address = { name: '林小满', phone: '13800138000', region: '上海', street: '=1+1路 "8" 号,\r\n三楼' };

type Backend = Awaited<ReturnType<typeof createBackend>>;
const ask = (backend: Backend, path: string, headers: Record<string, string> = {}) =>
  backend.get(path, { token, headers });
const story = async (backend: Backend, receipt: string) =>
  (await ask(backend, `${ADMIN}/receipts/${encodeURIComponent(receipt)}`)).json();

async function drawn(backend: Backend, who: string, key = 'k') {
  const answer = await (await backend.draw(who, key)).json();
  return answer.draw as { id: string; receipt: string; reward: string };
}

describe('a receipt', () => {
  it('tells whose it is, the draw, the reward and its claim, however it was typed', async () => {
    const backend = await createBackend([winning]);
    const ming = await backend.member('ming', { name: '小明' });
    const draw = await drawn(backend, ming);
    const path = `/v1/activities/plain/rewards/${draw.reward}/claim`;
    expect((await backend.post(path, { token: ming, key: 'c', body: { address } })).status).toBe(200);
    const told = await story(backend, draw.receipt);
    expect(told).toMatchObject({
      receipt: draw.receipt,
      participant: { id: 'ming', kind: 'member', name: '小明' },
      draw: { id: draw.id, outcome: 'won', prize: 'cup', client_seed: 'seed', version: 1 },
      reward: { id: draw.reward, state: 'claimed' },
      claimed_at: expect.any(String),
    });
    expect(JSON.stringify(told)).not.toContain('13800138000');
    const typed = draw.receipt.toLowerCase().replace(/-/g, ' ').replace(/0/g, 'o').replace(/1/g, 'l');
    expect(await story(backend, typed)).toEqual(told);
  });

  it('of a guest who signed in leads to the member, and names the guest', async () => {
    const backend = await createBackend([winning]);
    const guest = await backend.guest();
    const draw = await drawn(backend, guest.token);
    await backend.guest({ secret: guest.secret }, await backend.member('ming'));
    expect(await story(backend, draw.receipt)).toMatchObject({
      participant: { id: 'ming' },
      drawn_as: guest.me.participant.id,
      reward: { id: draw.reward },
    });
  });

  it('that is none answers 404, and nobody but operators may ask', async () => {
    const backend = await createBackend([winning]);
    expect(await story(backend, 'AAAA-BBBB-CCCC')).toMatchObject({ code: 'not_found' });
    const path = `${ADMIN}/receipts/AAAA-BBBB-CCCC`;
    for (const other of [undefined, keys.host[0]!.key])
      expect((await backend.get(path, { token: other })).status).toBe(401);
  });
});

describe('winners', () => {
  async function withWinners(count: number) {
    const chances = [{ id: 'joined', fact: 'joined', chances: 1000 }];
    const definition = { ...winning, lottery: { ...winning.lottery, chances } };
    const backend = await createBackend([definition]);
    const ming = await backend.member('ming', { name: '@小明' });
    for (let at = 0; at < count; at++) {
      backend.clock.now += 1;
      await drawn(backend, ming, `k${at}`);
    }
    return backend;
  }

  it('come in pages, oldest first', async () => {
    const backend = await withWinners(53);
    const first = await (await ask(backend, `${ADMIN}/winners`)).json();
    const second = await (await ask(backend, `${ADMIN}/winners?after=${first.next}`)).json();
    expect([first.items.length, second.items.length, second.next]).toEqual([50, 3, null]);
    const ids = [...first.items, ...second.items].map(({ id }: { id: string }) => id);
    expect(new Set(ids).size).toBe(53);
    expect([...ids].sort()).toEqual(ids);
    expect(first.items[0]).toMatchObject({ prize: 'cup', participant: { id: 'ming', name: '@小明' } });
  });

  it('come as CSV that a spreadsheet runs no part of', async () => {
    const backend = await withWinners(1);
    const ming = await backend.member('ming');
    const { items } = await (await ask(backend, `${ADMIN}/winners`)).json();
    const path = `/v1/activities/plain/rewards/${items[0].id}/claim`;
    await backend.post(path, { token: ming, key: 'c', body: { address } });
    const response = await ask(backend, `${ADMIN}/winners?format=csv&lang=zh-CN&forms=yes`);
    expect(response.headers.get('Content-Type')).toBe('text/csv; charset=utf-8');
    expect(response.headers.get('Content-Disposition')).toBe('attachment; filename="plain-winners.csv"');
    expect(response.headers.has('Link')).toBe(false);
    const csv = new TextDecoder('utf-8', { ignoreBOM: true }).decode(await response.arrayBuffer());
    const [head, ...rest] = csv.split('\r\n');
    expect(head).toBe(
      '\ufeffreceipt,at,source,prize,prize_name,kind,amount_fen,state,claim_by,claimed_at,participant,participant_name,reward,recipient,phone,region,street,postcode,account_name,account_number',
    );
    const row = rest.join('\r\n');
    for (const cell of [
      ",cup,'=杯子,goods,",
      ",'@小明,",
      ',林小满,13800138000,上海,',
      `"'=1+1路 ""8"" 号,\r\n三楼"`,
    ])
      expect(row).toContain(cell);
    const plainCsv = await (await ask(backend, `${ADMIN}/winners?format=csv`)).text();
    expect(plainCsv).not.toContain('13800138000');
    expect(plainCsv).toContain(',Cup,');
  });
});

describe('the webhook', () => {
  const SECRET = 'webhook-secret-of-the-test-0123';
  const OLD = 'webhook-secret-of-before-012345';

  /** A host that answers as it is told to, and remembers. */
  async function withHost(secrets = [SECRET], store?: Store) {
    const host = {
      answers: () => 204,
      got: [] as { headers: Headers; body: string; message: WebhookMessage }[],
    };
    const backend = await createBackend([winning], {
      ...(store && { store }),
      webhook: {
        url: 'https://host.example/hooks',
        secrets,
        async fetch(request) {
          const body = await request.text();
          const status = host.answers();
          if (status === 204) host.got.push({ headers: request.headers, body, message: JSON.parse(body) });
          return new Response(null, { status });
        },
      },
    });
    return { backend, host };
  }

  it('tells of an award and of its claim, signed, once the transaction has happened', async () => {
    const { backend, host } = await withHost();
    const ming = await backend.member('ming');
    const draw = await drawn(backend, ming);
    await backend.draw(ming, 'k');
    await backend.post(`/v1/activities/plain/rewards/${draw.reward}/claim`, {
      token: ming,
      key: 'c',
      body: { address },
    });
    expect(await backend.app.deliver()).toBe(2);
    expect(host.got.map(({ message }) => message.type)).toEqual(['reward.awarded', 'reward.claimed']);
    const { headers, body, message } = host.got[0]!;
    expect(message).toMatchObject({
      id: headers.get('webhook-id'),
      activity: 'plain',
      participant: 'ming',
      reward: { id: draw.reward, receipt: draw.receipt, prize: 'cup' },
    });
    expect(body).not.toContain('13800138000');
    const now = backend.clock.now;
    const timestamp = headers.get('webhook-timestamp');
    expect(timestamp).toBe(String(Math.floor(now / 1000)));
    const byHand = createHmac('sha256', SECRET).update(`${message.id}.${timestamp}.${body}`).digest('base64');
    expect(headers.get('webhook-signature')).toBe(`v1,${byHand}`);
    expect(await verifyWebhook(headers, body, SECRET, now)).toBe(true);
    expect(await verifyWebhook(headers, `${body} `, SECRET, now)).toBe(false);
    expect(await verifyWebhook(headers, body, OLD, now)).toBe(false);
    expect(await verifyWebhook(headers, body, SECRET, now + 301_000)).toBe(false);
    const other = new Headers(headers);
    other.set('webhook-id', 'another');
    expect(await verifyWebhook(other, body, SECRET, now)).toBe(false);
    expect(await backend.app.deliver()).toBe(0);
  });

  it('is written in the same transaction over a database, too', async () => {
    const { backend, host } = await withHost([SECRET], postgresStore('memory://'));
    const draw = await drawn(backend, await backend.member('ming'));
    expect((await backend.store.read((reader) => reader.outbox())).waiting).toBe(1);
    expect(await backend.app.deliver()).toBe(1);
    expect(host.got[0]!.message.reward).toMatchObject({ id: draw.reward, receipt: draw.receipt });
    await backend.store.close();
  }, 60_000);

  it('says nothing of a draw that was refused or rolled back', async () => {
    const { backend, host } = await withHost();
    const ming = await backend.member('ming');
    for (let at = 0; at < 6; at++) await backend.draw(ming, `k${at}`);
    await backend.app.deliver();
    // Three chances for coming, one for the day.
    expect(host.got).toHaveLength(4);
  });

  it('is sent again, later and later, with the same id, until the host has it', async () => {
    const { backend, host } = await withHost();
    await drawn(backend, await backend.member('ming'));
    let tried = 0;
    const statuses = [500, 302, 429];
    host.answers = () => statuses[tried++] ?? 204;
    for (let at = 0; at < 3; at++) {
      expect(await backend.app.deliver()).toBe(0);
      expect(await backend.app.deliver()).toBe(0);
      expect(tried).toBe(at + 1);
      backend.clock.now += 5000 * 2 ** at;
    }
    expect(await backend.app.deliver()).toBe(1);
    expect(new Set(host.got.map(({ message }) => message.id)).size).toBe(1);
  });

  it('is given up after four days of trying, and waits for an operator', async () => {
    const { backend, host } = await withHost();
    await drawn(backend, await backend.member('ming'));
    host.answers = () => 500;
    const outbox = () => backend.store.read((reader) => reader.outbox());
    const begun = backend.clock.now;
    for (let turn = 0; turn < 1000 && (await outbox()).stuck === 0; turn++) {
      await backend.app.deliver();
      backend.clock.now += 600_000;
    }
    expect((backend.clock.now - begun) / DAY_MS).toBeGreaterThan(2);
    expect((backend.clock.now - begun) / DAY_MS).toBeLessThan(5);
    host.answers = () => 204;
    await backend.store.transaction((tx) => tx.retryMessages(backend.clock.now));
    expect(await backend.app.deliver()).toBe(1);
    expect(await outbox()).toEqual({ waiting: 0, stuck: 0, oldest: null });
  });

  it('is signed by two secrets while one is being changed', async () => {
    const { backend, host } = await withHost([SECRET, OLD]);
    await drawn(backend, await backend.member('ming'));
    await backend.app.deliver();
    const { headers, body } = host.got[0]!;
    for (const secret of [SECRET, OLD])
      expect(await verifyWebhook(headers, body, secret, backend.clock.now)).toBe(true);
  });

  it.each([
    [{ url: 'http://host.example', secrets: [SECRET] }, 'an https address'],
    [{ url: 'https://host.example', secrets: [] }, 'at least one secret'],
    [{ url: 'https://host.example', secrets: ['short'] }, 'secrets of at least 24 characters'],
  ])('%j is refused', async (webhook, words) => {
    await expect(createBackend([plain], { webhook })).rejects.toThrow(words);
  });
});

describe('metrics', () => {
  const metricsKey = 'metrics-key-of-the-test';

  it('count requests and draws, for those who hold the key', async () => {
    const backend = await createBackend([plain], { metricsKey });
    await backend.draw(await backend.member('ming'), 'k');
    await backend.get('/v1/activities/plain/me');
    await backend.get('/nowhere/at/all');
    const response = await backend.get('/metrics', { token: metricsKey });
    expect(response.headers.get('Content-Type')).toBe('text/plain; version=0.0.4; charset=utf-8');
    const text = await response.text();
    for (const line of [
      'fanfare_requests_total{route="lottery.draw",method="POST",status="200",code=""} 1',
      'fanfare_requests_total{route="participant.get",method="GET",status="401",code="unauthenticated"} 1',
      'fanfare_requests_total{route="none",method="GET",status="404",code="not_found"} 1',
      'fanfare_request_seconds_count{route="lottery.draw"} 1',
      'fanfare_request_seconds_bucket{route="lottery.draw",le="+Inf"} 1',
      'fanfare_draws_total{activity="plain"} 1',
      'fanfare_store_up 1',
      'fanfare_outbox_waiting 0',
    ])
      expect(text.split('\n')).toContain(line);
    expect(text).toMatch(/^fanfare_stock_left\{activity="plain",prize="cup"\} [45]$/m);
    for (const line of text.split('\n'))
      expect(line).toMatch(/^$|^# (HELP|TYPE) |^[a-z_]+(\{([a-z_]+="[^"]*",?)*\})? -?[\d.e+-]+$/);
  });

  it('are there for nobody else, and not at all without a key', async () => {
    const backend = await createBackend([plain], { metricsKey });
    for (const other of [undefined, token])
      expect((await backend.get('/metrics', { token: other })).status).toBe(401);
    expect((await (await createBackend()).get('/metrics', { token })).status).toBe(404);
    await expect(createBackend([plain], { metricsKey: 'short' })).rejects.toThrow('"metricsKey" expected');
  });
});

describe('a trace', () => {
  const TRACE = '4bf92f3577b34da6a3ce929d0e0e4736';

  it("goes on from the caller's, into the log and the answer", async () => {
    const lines: { trace_id: string; span_id: string }[] = [];
    const backend = await createBackend([plain], { logger: (entry) => lines.push(entry) });
    const traceparent = `00-${TRACE}-00f067aa0ba902b7-01`;
    const response = await backend.get('/v1/time', { headers: { traceparent } });
    const [, traceId, spanId, flags] = response.headers.get('traceparent')!.split('-');
    expect([traceId, flags]).toEqual([TRACE, '01']);
    expect(spanId).not.toBe('00f067aa0ba902b7');
    expect(lines[0]).toMatchObject({ trace_id: TRACE, span_id: spanId });
  });

  it.each([
    'nonsense',
    `00-${'0'.repeat(32)}-00f067aa0ba902b7-01`,
    `00-${TRACE}-${'0'.repeat(16)}-01`,
    `ff-${TRACE}-00f067aa0ba902b7-01`,
    `00-${TRACE.toUpperCase()}-00f067aa0ba902b7-01`,
  ])('begins here after %s', async (traceparent) => {
    const backend = await createBackend();
    const response = await backend.get('/v1/time', { headers: { traceparent } });
    expect(response.headers.get('traceparent')).toMatch(/^00-[0-9a-f]{32}-[0-9a-f]{16}-00$/);
    expect(response.headers.get('traceparent')).not.toContain(TRACE);
  });
});

describe('retention', () => {
  it('forgets people after the end, when the time is over, and keeps what happened', async () => {
    const backend = await createBackend([winning]);
    const ming = await backend.member('ming', { name: '小明' });
    const draw = await drawn(backend, ming);
    await backend.post(`/v1/activities/plain/rewards/${draw.reward}/claim`, {
      token: ming,
      key: 'c',
      body: { address },
    });
    const end = Date.parse(plain.schedule.end_at);
    backend.clock.now = end + 90 * DAY_MS - 1000;
    expect(await backend.app.forget({ peopleDays: 90 })).toEqual({ people: 0, events: 0 });
    backend.clock.now = end + 90 * DAY_MS + 1000;
    expect((await backend.app.forget({ peopleDays: 90 })).people).toBe(2);
    const told = await story(backend, draw.receipt);
    expect(told.participant).not.toHaveProperty('name');
    expect(told.reward).toMatchObject({ state: 'claimed', receipt: draw.receipt });
    const csv = await (await ask(backend, `${ADMIN}/winners?format=csv&forms=yes`)).text();
    expect(csv).not.toContain('13800138000');
    expect(await backend.app.forget({ peopleDays: 90 })).toEqual({ people: 0, events: 0 });
  });

  it('refuses terms that lose what is still needed', async () => {
    const { app } = await createBackend();
    expect(() => app.forget({ eventDays: 7 })).toThrow(
      '"retention.eventDays" expected a whole number of days from 14',
    );
    expect(() => app.forget({ peopleDays: -1 })).toThrow('"retention.peopleDays"');
  });
});

describe('a change of keys', () => {
  it('keeps guests and members who came with the one before', async () => {
    const before = await createBackend();
    const guest = await before.guest();
    const [old] = keys.participant;
    const next = { ...old!, secret: 'the-next-secret-of-the-host-0123456789' };
    const rotated = (more: object) =>
      createBackend([], {
        store: before.store,
        keys: { ...keys, guest: 'the-next-guest-secret-0123456789abcdef', ...more },
      });
    const during = await rotated({ guestBefore: [keys.guest], participant: [next, old!] });
    expect((await during.me(guest.token)).participant.id).toBe(guest.me.participant.id);
    expect((await during.me(await before.member('ming'))).participant.id).toBe('ming');
    const fresh = await during.guest({ secret: guest.secret });
    expect(fresh.me.participant.id).toBe(guest.me.participant.id);
    const after = await rotated({ participant: [next] });
    expect((await after.me(fresh.token)).participant.id).toBe(guest.me.participant.id);
    expect(await after.me(guest.token)).toMatchObject({ code: 'token_invalid' });
    expect(await after.me(await before.member('ming'))).toMatchObject({ code: 'token_invalid' });
  });
});

describe('the variables of upkeep', () => {
  const base = {
    FANFARE_PARTICIPANT_KEY: 'participant-key-of-the-test-0123456789',
    FANFARE_GUEST_KEY: 'guest-key-of-the-test-0123456789abcdef',
    FANFARE_HOST_KEY: 'host-key-of-the-test',
    FANFARE_ADMIN_KEY: 'admin-key-of-the-test',
  };
  const settings = (env: Record<string, string>) => readSettings([], { ...base, ...env })!;

  it('take several keys while one is being changed', () => {
    const { keys } = settings({
      FANFARE_PARTICIPANT_KEY:
        '["next-participant-key-0123456789abcdef", "last-participant-key-0123456789abcdef"]',
      FANFARE_GUEST_KEY: 'next-guest-key-0123456789abcdefghij, last-guest-key-0123456789abcdefghij',
      FANFARE_HOST_KEY: 'next-host-key-0123,last-host-key-0123',
    });
    expect(keys.participant).toHaveLength(2);
    expect([keys.guest, keys.guestBefore]).toEqual([
      'next-guest-key-0123456789abcdefghij',
      ['last-guest-key-0123456789abcdefghij'],
    ]);
    expect(keys.host.map(({ key }) => key)).toEqual(['next-host-key-0123', 'last-host-key-0123']);
  });

  it('say where rewards are told, what opens /metrics, and how long things are kept', () => {
    const { connections, retention } = settings({
      FANFARE_WEBHOOK_URL: 'https://host.example/hooks',
      FANFARE_WEBHOOK_SECRET: 'next-webhook-secret-012345,last-webhook-secret-012345',
      FANFARE_METRICS_KEY: 'metrics-key-0123456',
      FANFARE_PEOPLE_DAYS: '90',
      FANFARE_EVENT_DAYS: '400',
    });
    expect(connections.webhook).toEqual({
      url: 'https://host.example/hooks',
      secrets: ['next-webhook-secret-012345', 'last-webhook-secret-012345'],
    });
    expect(connections.metricsKey).toBe('metrics-key-0123456');
    expect(retention).toEqual({ peopleDays: 90, eventDays: 400 });
    expect(settings({}).retention).toEqual({});
  });

  it.each([
    [{ FANFARE_WEBHOOK_URL: 'https://host.example' }, 'belong together'],
    [{ FANFARE_EVENT_DAYS: '3' }, 'a whole number of days from 14, got 3'],
    [{ FANFARE_PEOPLE_DAYS: 'ninety' }, 'got NaN'],
  ])('%j is refused', (env, words) => {
    expect(() => settings(env)).toThrow(words);
  });
});
