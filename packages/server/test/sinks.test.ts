// Sinks over a real HTTP endpoint that fails, is slow, or is not there.
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { runSink } from '../src/node/run-sink.js';
import { sinksOf } from '../src/node/sink-settings.js';
import { createSink, type SinkOptions } from '../src/sinks/sink.js';
import { createBackend, LIVE } from './backend.js';
import { startReceiver } from './support/receiver.js';

const trackKeys = [
  { key: 'pk_test', project: 'demo' },
  { key: 'pk_other', project: 'other' },
];
let receiver: Awaited<ReturnType<typeof startReceiver>>;
beforeEach(async () => {
  receiver = await startReceiver();
});
afterEach(() => receiver.stop());

const refuse = (status: number, headers: Record<string, string> = {}) =>
  receiver.answer((response) => void response.writeHead(status, headers).end());
const accept = () => refuse(200);

async function open(options: Partial<SinkOptions> = {}) {
  const { app, store } = await createBackend(undefined, { trackKeys });
  let clock = LIVE;
  const sinkOf = (change: Partial<SinkOptions> = {}, owner = 'one') =>
    createSink(
      { name: 'lake', url: receiver.url, ...options, ...change },
      { store, owner, now: () => clock },
    );
  const sink = sinkOf();
  // The first turn sets the sink's place: what comes from now on.
  await sink.turn();
  const track = async (from: number, count: number, change: object = {}, key = 'pk_test') => {
    const at = new Date(LIVE - 1000).toISOString();
    const events = Array.from({ length: count }, (_, n) => ({
      ...{ id: `e${from + n}`, name: 'lottery.drawn', created_at: at, pid: 'page-1', seq: from + n },
      ...{ props: { prize: 'cup' }, ...change },
    }));
    const context = { activity: 'plain', visitor: 'v', channel: 'moments' };
    const body = JSON.stringify({
      key,
      batch_id: `b${from}`,
      sent_at: new Date(LIVE).toISOString(),
      context,
      events,
    });
    const response = await app.fetch(
      new Request('https://api.example/v1/events', {
        method: 'POST',
        body,
        headers: { 'Content-Type': 'text/plain' },
      }),
    );
    expect(response.status).toBe(200);
  };
  const pass = (ms: number) => {
    clock += ms;
  };
  return { sink, sinkOf, track, pass, store };
}
const upTo = (count: number) => Array.from({ length: count }, (_, n) => `e${n + 1}`);

describe('a sink', () => {
  it('gets accepted events as a batch of CloudEvents, in order, once', async () => {
    const { sink, track } = await open({ batchEvents: 40, authorization: 'Bearer secret' });
    await track(1, 60);
    await track(30, 60);
    expect(await sink.turn()).toEqual({ kind: 'sent', events: 40 });
    while ((await sink.turn()).kind === 'sent');
    expect(receiver.ids()).toEqual(upTo(89));
    const [{ headers, events }] = receiver.deliveries as [(typeof receiver.deliveries)[0]];
    expect(headers).toMatchObject({
      'content-type': 'application/cloudevents-batch+json; charset=UTF-8',
      authorization: 'Bearer secret',
    });
    expect(events[0]).toEqual({
      ...{
        specversion: '1.0',
        id: 'e1',
        source: '/fanfare/demo',
        type: 'fanfare.lottery.drawn',
        subject: 'v',
      },
      ...{ time: new Date(LIVE - 1000).toISOString(), datacontenttype: 'application/json' },
      data: {
        ...{ activity: 'plain', channel: 'moments', participant: null, visitor: 'v', pid: 'page-1', seq: 1 },
        ...{ created_at: new Date(LIVE - 1000).toISOString(), received_at: new Date(LIVE).toISOString() },
        context: { activity: 'plain', visitor: 'v', channel: 'moments' },
        props: { prize: 'cup' },
      },
    });
  });

  it('gets neither what breaks the plan nor, if it says so, what is of another project', async () => {
    const { sink, track } = await open({ project: 'demo' });
    await track(1, 2, { invalid: ['props.colour'] });
    await track(10, 2, {}, 'pk_other');
    expect(await sink.turn()).toEqual({ kind: 'sent', events: 0 });
    await track(20, 1);
    await sink.turn();
    expect(receiver.ids()).toEqual(['e20']);
  });

  it.each([500, 503, 429, 400, 401, 302])(
    'is sent the same again after %i, and skips nothing',
    async (status) => {
      const { sink, track } = await open();
      await track(1, 5);
      refuse(status, status === 302 ? { Location: receiver.url } : {});
      expect(await sink.turn()).toMatchObject({ kind: 'failed', reason: `answered ${status}` });
      accept();
      expect(await sink.turn()).toEqual({ kind: 'sent', events: 5 });
      expect(await sink.turn()).toEqual({ kind: 'idle' });
      expect(receiver.ids()).toEqual([...upTo(5), ...upTo(5)]);
    },
  );

  it('is asked for as much patience as it asks for', async () => {
    const { sink, track } = await open();
    await track(1, 1);
    refuse(429, { 'Retry-After': '7' });
    expect(await sink.turn()).toMatchObject({ retryAfterMs: 7000 });
    refuse(503, { 'Retry-After': new Date(LIVE + 9000).toUTCString() });
    expect(await sink.turn()).toMatchObject({ retryAfterMs: 9000 });
  });

  it('that takes no large batch gets smaller ones', async () => {
    const { sink, track } = await open();
    receiver.answer((response, { events }) => void response.writeHead(events.length > 10 ? 413 : 200).end());
    await track(1, 30);
    for (let turns = 0; (await sink.turn()).kind !== 'idle'; turns++) expect(turns).toBeLessThan(20);
    const taken = receiver.deliveries.filter(({ events }) => events.length <= 10);
    expect(taken.flatMap(({ events }) => events.map(({ id }) => id))).toEqual(upTo(30));
  });

  it('that is slow is given up and asked again', async () => {
    const { sink, track } = await open({ timeoutMs: 200 });
    await track(1, 3);
    receiver.answer(() => {});
    expect((await sink.turn()).kind).toBe('failed');
    accept();
    expect((await sink.turn()).kind).toBe('sent');
    expect(receiver.ids()).toEqual([...upTo(3), ...upTo(3)]);
  });

  it('that is dead stops neither the intake nor another sink', async () => {
    const { sinkOf, track } = await open();
    const dead = sinkOf({ name: 'dead', url: 'http://127.0.0.1:1/' });
    const other = sinkOf({ name: 'other' });
    await dead.turn();
    await other.turn();
    for (let n = 0; n < 5; n++) {
      await track(1 + n * 10, 10);
      expect((await dead.turn()).kind).toBe('failed');
      expect((await other.turn()).kind).toBe('sent');
    }
    expect(receiver.ids()).toEqual(upTo(50));
  });

  it('is served by one copy at a time; another takes over when that one is gone', async () => {
    const { sinkOf, track, pass } = await open({ leaseMs: 1000 });
    const [one, two] = [sinkOf(), sinkOf({}, 'two')];
    await track(1, 3);
    expect((await one.turn()).kind).toBe('sent');
    expect((await two.turn()).kind).toBe('busy');
    await track(4, 3);
    pass(1001);
    expect((await two.turn()).kind).toBe('sent');
    expect((await one.turn()).kind).toBe('busy');
    expect(receiver.ids()).toEqual(upTo(6));
  });
});

it('a running sink keeps trying, and ends when it is told to', async () => {
  const { sinkOf, track } = await open();
  refuse(500);
  const failures: number[] = [];
  const stop = runSink(sinkOf(), (_, tries) => failures.push(tries), {
    idleMs: 5,
    backoffMs: 5,
    backoffMaxMs: 20,
  });
  await track(1, 3);
  await expect.poll(() => failures.length).toBeGreaterThan(2);
  accept();
  const before = receiver.deliveries.length;
  await expect.poll(() => receiver.deliveries.length).toBeGreaterThan(before);
  await track(4, 3);
  await expect.poll(() => receiver.ids().at(-1)).toBe('e6');
  await stop();
  expect(failures.slice(0, 3)).toEqual([1, 2, 3]);
});

describe('FANFARE_SINKS', () => {
  it('is a list of endpoints', () => {
    expect(sinksOf('')).toEqual([]);
    const sink = { name: 'lake', url: 'https://lake.example/events', project: 'demo', leaseMs: 1000 };
    expect(sinksOf(JSON.stringify([sink]))).toEqual([sink]);
  });
  it.each([
    ['{', 'is not JSON'],
    ['{}', 'expected a list'],
    ['[{"url":"https://a.example"}]', 'expected a "name"'],
    ['[{"name":"a","url":"a.example"}]', 'expected an http(s) address'],
    ['[{"name":"a","url":"https://a.example","key":"x"}]', 'knows no "key"'],
    ['[{"name":"a","url":"https://a.example","leaseMs":0}]', 'expected a whole number for "leaseMs"'],
    ['[{"name":"a","url":"https://a.example"},{"name":"a","url":"https://b.example"}]', '"name" twice'],
  ])('%s is refused: %s', (text, problem) => {
    expect(() => sinksOf(text)).toThrow(problem);
  });
});
