import { parseConfig } from '@fanfare/core';
import { type FakeActivityOptions, fakeActivity, fakeEnvironment } from '@fanfare/core/testing';
import { describe, expect, it } from 'vitest';
import { checkinConfig } from '../src/checkin.config';
import { createCheckin } from '../src/checkin.controller';
// Loaded here, so that in the tests lazy imports take no time.
import '../src/checkin.engine';
import '../src/checkin.upload';
import { isDone } from '../src/checkin.world';
import { backend, type CheckinCall, checkin, plan, points, refusal, shop } from './checkin.sample';

interface Opened extends FakeActivityOptions {
  checkIn?: (call: CheckinCall) => unknown;
}

/** Opens a page with a check-in on it; the same environment again is another page of the same device. */
async function open({ checkIn = backend().checkIn, definition, handlers, ...rest }: Opened = {}) {
  const facts: [string, unknown][] = [];
  const page = fakeActivity({
    sections: { checkin, points, rewards: { revision: 1, items: [] } },
    definition: { checkin: plan, shop, ...definition },
    handlers: { 'checkin.create': checkIn as never, ...handlers },
    ...rest,
  });
  await page.environment.advance(0);
  await page.activity.ready;
  const controller = createCheckin(parseConfig('checkin', checkinConfig, {}), page.activity, {
    emit: (fact, detail) => facts.push([fact, detail]),
  });
  await page.environment.advance(0);
  return {
    ...page,
    ...controller,
    facts,
    get ask() {
      return controller.state.value.ask;
    },
    get world() {
      return controller.state.value.world;
    },
    close() {
      controller.destroy();
      page.activity.destroy();
    },
  };
}

const KEPT = 'checkin:test';
const HOUR = 3_600_000;

describe('a check-in', () => {
  it('is asked for once, whatever the taps, and told with what it gave', async () => {
    const server = backend();
    const page = await open({ checkIn: server.checkIn });
    page.actions.checkIn();
    page.actions.checkIn();
    await page.environment.advance(10);
    page.actions.checkIn();
    await page.environment.advance(10);
    expect(server.calls).toHaveLength(1);
    // The day, and the milestone of the third.
    expect(page.ask).toMatchObject({ phase: 'done', gain: 30 });
    expect(page.facts).toEqual([
      ['checked', { day: '2026-12-31', points: 10, streak: 2, lap: 1, lapDay: 3 }],
    ]);
    expect(isDone(page.world)).toBe(true);
    expect(await page.environment.storage.get(KEPT)).toEqual([]);
  });

  it('is kept, with its key, before it is asked for', async () => {
    const environment = fakeEnvironment();
    let kept: unknown;
    const server = backend();
    const page = await open({
      environment,
      checkIn: async (call) => {
        kept = await environment.storage.get(KEPT);
        return server.checkIn(call);
      },
    });
    page.actions.checkIn();
    await environment.advance(10);
    expect(kept).toMatchObject([{ key: server.calls[0]!.key, wish: { kind: 'today' } }]);
  });

  it('says so without a network, pretends nothing, and sends the same key when it is back', async () => {
    const server = backend();
    const page = await open({ checkIn: server.checkIn });
    page.environment.signal('offline');
    page.actions.checkIn();
    await page.environment.advance(10);
    expect(page.ask).toMatchObject({ phase: 'failed', code: 'offline' });
    expect([server.calls, isDone(page.world), page.facts]).toEqual([[], false, []]);
    const [{ key }] = (await page.environment.storage.get<[{ key: string }]>(KEPT))!;
    page.environment.signal('online');
    await page.environment.advance(10);
    expect(server.calls.map((call) => call.key)).toEqual([key]);
    expect(page.ask.phase).toBe('done');
  });

  it('whose answer was lost is sent again with the same key, and counts once', async () => {
    const server = backend();
    let isLost = true;
    const page = await open({
      checkIn: async (call) => {
        const answer = await server.checkIn(call);
        if (isLost) throw refusal('offline', true);
        return answer;
      },
    });
    page.actions.checkIn();
    await page.environment.advance(60_000);
    expect(page.ask).toMatchObject({ phase: 'failed' });
    isLost = false;
    page.actions.retry();
    await page.environment.advance(10);
    expect(page.ask).toMatchObject({ phase: 'done' });
    expect(new Set(server.calls.map(({ key }) => key)).size).toBe(1);
    expect(page.facts).toHaveLength(1);
  });

  it('goes on after a reload in the middle, with the same key and the same channel', async () => {
    const environment = fakeEnvironment();
    environment.setAddress('https://host.example/?channel_id=group');
    const first: CheckinCall[] = [];
    const before = await open({
      environment,
      checkIn: (call) => {
        first.push(call);
        return new Promise(() => {});
      },
    });
    before.actions.checkIn();
    await environment.advance(10);
    before.close();
    environment.setAddress('https://host.example/?channel_id=poster');
    const server = backend();
    const page = await open({ environment, checkIn: server.checkIn });
    await environment.advance(10);
    expect(server.calls).toEqual([{ key: first[0]!.key, body: { channel: 'group' } }]);
    expect(page.facts.map(([fact]) => fact)).toEqual(['checked']);
  });

  it('of yesterday is not sent today', async () => {
    const environment = fakeEnvironment();
    const before = await open({ environment, checkIn: () => new Promise(() => {}) });
    before.actions.checkIn();
    await environment.advance(10);
    before.close();
    environment.sleep(5 * HOUR);
    const server = backend();
    const page = await open({ environment, checkIn: server.checkIn });
    await environment.advance(10);
    expect([server.calls, page.ask.phase]).toEqual([[], 'rest']);
  });

  it('that got no answer before midnight is not sent by itself after it', async () => {
    const server = backend();
    const page = await open({ checkIn: server.checkIn });
    page.environment.signal('offline');
    page.actions.checkIn();
    await page.environment.advance(5 * HOUR);
    page.environment.signal('online');
    await page.environment.advance(10);
    expect(server.calls).toEqual([]);
  });

  it('that is refused takes nothing, is told, and reads the days again', async () => {
    let reads = 0;
    const page = await open({
      checkIn: () => Promise.reject(refusal('denied')),
      handlers: {
        'participant.get': () => {
          reads++;
          return { participant: { id: 'guest-1', kind: 'guest' as const }, sections: { checkin } };
        },
      },
    });
    page.actions.checkIn();
    await page.environment.advance(10);
    expect(page.ask).toMatchObject({ phase: 'refused', code: 'denied' });
    expect(page.facts).toEqual([['refused', { what: 'today', code: 'denied' }]]);
    expect(reads).toBe(1);
    expect(await page.environment.storage.get(KEPT)).toEqual([]);
  });

  it('stays done when an older answer comes after it', async () => {
    const server = backend();
    let answer = () => {};
    const page = await open({
      checkIn: server.checkIn,
      handlers: {
        'participant.get': async () => {
          await new Promise<void>((resolve) => {
            answer = resolve;
          });
          return { participant: { id: 'guest-1', kind: 'guest' as const }, sections: { checkin, points } };
        },
      },
    });
    void page.activity.refreshParticipant();
    await page.environment.advance(10);
    page.actions.checkIn();
    await page.environment.advance(10);
    answer();
    await page.environment.advance(10);
    expect(isDone(page.world)).toBe(true);
    expect(page.world.points!.balance).toBe(60);
  });

  it('is not asked for where it cannot be', async () => {
    const server = backend();
    const at = (hours: number) => new Date(Date.parse('2026-12-31T12:00:00Z') + hours * HOUR).toISOString();
    for (const definition of [
      { schedule: { start_at: at(1), end_at: at(2) } },
      { schedule: { start_at: at(-2), end_at: at(-1) } },
      { guests: 'view' as const },
      { checkin: undefined },
    ]) {
      const page = await open({ checkIn: server.checkIn, definition });
      page.actions.checkIn();
      page.actions.makeUp('2026-12-29', 'quota');
      await page.environment.advance(10);
    }
    expect(server.calls).toEqual([]);
  });

  it('that was answered is not asked again where the storage cannot forget it', async () => {
    const environment = fakeEnvironment();
    const { storage } = environment;
    let isFull = false;
    const stubborn: typeof storage = {
      ...storage,
      update: async (key, change) => (isFull ? change(await storage.get(key)) : storage.update(key, change)),
    };
    Object.assign(environment, { storage: stubborn });
    const server = backend();
    const page = await open({
      environment,
      checkIn: (call) => {
        isFull = true;
        // Whoever asks for ever is stopped, so that the test can say so.
        if (server.calls.length > 4) throw refusal('denied');
        return server.checkIn(call);
      },
    });
    page.actions.checkIn();
    await environment.advance(60_000);
    expect(await storage.get(KEPT)).toHaveLength(1);
    expect(server.calls).toHaveLength(1);
    expect(page.facts.map(([fact]) => fact)).toEqual(['checked']);
  });
});

describe('the day', () => {
  it('turns at midnight of the zone, whatever the phone says, and the tap goes to the new day', async () => {
    // 23:59:59.999 in Shanghai; the phone's clock is half a day off.
    const start = Date.parse('2026-12-31T15:59:59.999Z');
    const environment = fakeEnvironment(start);
    const began = environment.monotonic();
    environment.shiftWall(-12 * HOUR);
    let day = '2026-12-31';
    const server = backend(() => day);
    const done = { ...checkin, days: [...checkin.days, { day, kind: 'on_time' as const, points: 10 }] };
    const page = await open({
      environment,
      checkIn: server.checkIn,
      sections: { checkin: done, points },
      definition: { schedule: { start_at: '2026-12-28T00:00:00Z', end_at: '2027-01-20T00:00:00Z' } },
      handlers: { 'time.get': () => ({ now: start + environment.monotonic() - began }) },
    });
    expect([page.world.today, isDone(page.world)]).toEqual(['2026-12-31', true]);
    day = '2027-01-01';
    await environment.advance(2);
    expect([page.world.today, isDone(page.world), page.world.isNewDay]).toEqual(['2027-01-01', false, true]);
    page.actions.checkIn();
    await environment.advance(10);
    expect(server.days).toContain('2027-01-01');
    expect(isDone(page.world)).toBe(true);
  });

  it('is asked for again after it has turned, at a random moment', async () => {
    let reads = 0;
    const page = await open({
      handlers: {
        'participant.get': () => {
          reads++;
          return {
            participant: { id: 'guest-1', kind: 'guest' as const },
            sections: {
              checkin: {
                ...checkin,
                revision: 6,
                today: '2027-01-01',
                day_ends_at: '2027-01-01T16:00:00.000Z',
                streak: 0,
              },
            },
          };
        },
      },
      definition: {
        checkin: plan,
        shop,
        schedule: { start_at: '2026-12-28T00:00:00Z', end_at: '2027-01-20T00:00:00Z' },
      },
    });
    const before = reads;
    await page.environment.advance(4 * HOUR + 21_000);
    expect(reads - before).toBeGreaterThan(0);
    expect(page.world).toMatchObject({ today: '2027-01-01', isNewDay: false });
  });
});

describe('making up and exchanging', () => {
  it('makes a missed day up once, paid as asked', async () => {
    const server = backend();
    const page = await open({ checkIn: server.checkIn });
    page.actions.makeUp('2026-12-27', 'quota');
    page.actions.makeUp('2026-12-29', 'points');
    page.actions.makeUp('2026-12-29', 'points');
    await page.environment.advance(10);
    expect(server.calls.map(({ body }) => body)).toEqual([{ day: '2026-12-29', pay: 'points' }]);
    expect(page.facts).toEqual([['made_up', { day: '2026-12-29', pay: 'points' }]]);
  });

  it('exchanges only what the points suffice for, and a lost answer spends them once', async () => {
    const server = backend();
    let isLost = true;
    const page = await open({
      handlers: {
        'shop.exchange': async (call) => {
          const answer = await server.exchange(call);
          if (isLost) throw refusal('timeout', true);
          return answer as never;
        },
      },
    });
    page.actions.exchange('bike');
    page.actions.exchange('cup');
    await page.environment.advance(60_000);
    expect(page.ask.phase).toBe('failed');
    isLost = false;
    // Asked for anew, it is still the same wish.
    page.actions.exchange('cup');
    await page.environment.advance(10);
    expect(page.world.points!.balance).toBe(20);
    expect(page.facts).toEqual([['exchanged', { item: 'cup', cost: 30 }]]);
    expect(new Set(server.calls.map(({ key }) => key)).size).toBe(1);
  });
});

describe('handing in', () => {
  it('uploads the pictures, then sends their ids with the words', async () => {
    const server = backend();
    const puts: [string, string][] = [];
    const page = await open({
      checkIn: server.checkIn,
      handlers: {
        'upload.create': ({ input }) => ({
          id: `${input.type}-${input.bytes}`,
          url: 'https://host.example/put',
          expires_at: '2026-12-31T13:00:00Z',
        }),
      },
    });
    page.environment.respond((request) => {
      puts.push([request.method, request.headers.get('Content-Type')!]);
      return new Response(null, { status: 204 });
    });
    void page.actions.handIn(' Hello ', [new Blob(['four'], { type: 'image/png' })]);
    await page.environment.advance(50);
    expect(puts).toEqual([['PUT', 'image/png']]);
    expect(server.calls[0]!.body).toEqual({ text: 'Hello', uploads: ['image/png-4'] });
    expect(page.facts.map(([fact]) => fact)).toEqual(['checked']);
  });

  it('whose answer was lost goes out again as it was; other words are another tap', async () => {
    const server = backend();
    let isLost = true;
    const page = await open({
      checkIn: async (call) => {
        const answer = await server.checkIn(call);
        if (isLost) throw refusal('timeout', true);
        return answer;
      },
      handlers: {
        'upload.create': () => ({
          id: 'photo-1',
          url: 'https://host.example/put',
          expires_at: '2026-12-31T13:00:00Z',
        }),
      },
    });
    page.environment.respond(() => new Response(null, { status: 204 }));
    void page.actions.handIn('One', [new Blob(['four'], { type: 'image/png' })]);
    await page.environment.advance(60_000);
    expect(page.ask.phase).toBe('failed');
    page.actions.retry();
    await page.environment.advance(60_000);
    expect(new Set(server.calls.map((call) => JSON.stringify(call))).size).toBe(1);
    expect(server.calls[0]!.body).toEqual({ text: 'One', uploads: ['photo-1'] });
    isLost = false;
    void page.actions.handIn('Two', []);
    await page.environment.advance(50);
    expect(server.calls.map(({ body }) => body)).toContainEqual({ text: 'Two' });
    expect(new Set(server.calls.map(({ key }) => key)).size).toBe(2);
  });

  it('goes on with its pictures after a reload in the middle of an upload', async () => {
    const environment = fakeEnvironment();
    const places = {
      'upload.create': () => ({
        id: 'photo-1',
        url: 'https://host.example/put',
        expires_at: '2026-12-31T13:00:00Z',
      }),
    };
    const before = await open({ environment, handlers: places });
    environment.respond(() => new Promise(() => {}));
    void before.actions.handIn('One', [new Blob(['four'], { type: 'image/png' })]);
    await environment.advance(50);
    expect(before.ask.phase).toBe('asking');
    before.close();
    const puts: number[] = [];
    environment.respond(async (request) => {
      puts.push((await request.arrayBuffer()).byteLength);
      return new Response(null, { status: 204 });
    });
    const server = backend();
    const page = await open({ environment, checkIn: server.checkIn, handlers: places });
    await environment.advance(50);
    expect(puts).toEqual([4]);
    expect(server.calls.map(({ body }) => body)).toEqual([{ text: 'One', uploads: ['photo-1'] }]);
    expect(page.facts.map(([fact]) => fact)).toEqual(['checked']);
    expect(await environment.storage.get(KEPT)).toEqual([]);
  });

  it('whose pictures meet no network is kept, and goes out when it is back, once', async () => {
    const server = backend();
    let isDown = true;
    const page = await open({
      checkIn: server.checkIn,
      handlers: {
        'upload.create': () => {
          if (isDown) throw refusal('offline', true);
          return { id: 'photo-1', url: 'https://host.example/put', expires_at: '2026-12-31T13:00:00Z' };
        },
      },
    });
    page.environment.respond(() => new Response(null, { status: 204 }));
    void page.actions.handIn('One', [new Blob(['four'], { type: 'image/png' })]);
    await page.environment.advance(120_000);
    expect(page.ask).toMatchObject({ phase: 'failed', code: 'offline' });
    isDown = false;
    page.environment.signal('online');
    await page.environment.advance(120_000);
    expect(server.calls.map(({ body }) => body)).toEqual([{ text: 'One', uploads: ['photo-1'] }]);
    expect(await page.environment.storage.get(KEPT)).toEqual([]);
  });

  it('of a picture that cannot be read any more is refused, and nothing is kept', async () => {
    const page = await open();
    const gone = Object.assign(new Blob(['four'], { type: 'image/png' }), {
      arrayBuffer: () => Promise.reject(new Error('gone')),
    });
    void page.actions.handIn('', [gone]);
    await page.environment.advance(50);
    expect(page.ask).toMatchObject({ phase: 'refused', code: 'upload_failed' });
    expect(await page.environment.storage.get(KEPT)).toBeUndefined();
  });

  it('says when a picture does not get through, and checks in nothing', async () => {
    const server = backend();
    const page = await open({
      checkIn: server.checkIn,
      handlers: { 'upload.create': () => Promise.reject(refusal('too_large')) },
    });
    void page.actions.handIn('', [new Blob(['four'], { type: 'image/png' })]);
    await page.environment.advance(50);
    expect(page.ask).toMatchObject({ phase: 'refused', code: 'too_large' });
    expect(server.calls).toEqual([]);
  });
});
