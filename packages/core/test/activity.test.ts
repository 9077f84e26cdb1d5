import type { Live, Me } from '@fanfare/protocol';
import { lotteryDraw } from '@fanfare/protocol';
import { describe, expect, it, vi } from 'vitest';
import { createActivity, createTransport, FanfareError, type Handlers } from '../src/index.js';
import { fakeActivity, fakeEnvironment } from '../src/testing/index.js';

const HOUR = 3_600_000;
const ready = async (world: ReturnType<typeof fakeActivity>) => {
  await world.environment.advance(10);
  await world.activity.ready;
  return world;
};
const chances = (revision: number, left = 3) => ({ revision, left, used: 0, granted: 3 });
const rewards = { revision: 1, items: [] };
const liveAt = (version: number): Live => ({
  version,
  paused: [],
  stock: [],
  tiers: [],
  counters: { participants: 0, draws: 0, awards: 0 },
  winners: [],
});
const wonNothing = (revision: number) => ({
  draw: {
    id: 'd',
    at: '2026-12-31T12:00:00Z',
    outcome: 'none' as const,
    prize: null,
    reward: null,
    receipt: 'r',
    epoch: 1,
    nonce: 1,
  },
  sections: { chances: chances(revision, 2), rewards },
});

describe('an activity', () => {
  it('knows its definition, phase, participant and time', async () => {
    const { activity, environment } = await ready(fakeActivity());
    expect(activity.phase).toBe('live');
    expect(activity.participant.value?.id).toBe('guest-1');
    expect(activity.section('chances').value?.left).toBe(3);
    expect(Math.abs(activity.now() - environment.wall())).toBeLessThan(5);
  });

  it('refuses to start without an id or a backend, naming the option', () => {
    expect(() => createActivity({ id: '' })).toThrow('"id"');
    expect(() => createActivity({ id: 'x' })).toThrow('"endpoint"');
    expect(() => createActivity({ id: 'x' })).toThrow(FanfareError);
  });

  it('loads definition and participant once, whatever the number of readers', async () => {
    const seen: string[] = [];
    const spied =
      <T>(name: string, answer: T) =>
      () => {
        seen.push(name);
        return answer;
      };
    const base = fakeActivity();
    await ready(base);
    const { activity, environment } = fakeActivity({
      handlers: {
        'activity.get': spied('activity', base.activity.definition.value!),
        'guest.create': spied('guest', {
          token: 't',
          linked: false,
          me: { participant: { id: 'g', kind: 'guest' }, sections: {} },
        }),
        'participant.get': spied('me', { participant: { id: 'g', kind: 'guest' }, sections: {} }),
      },
    });
    for (let i = 0; i < 5; i++) activity.section('chances');
    await environment.advance(100);
    await activity.ready;
    expect(seen).toEqual(['activity', 'guest']);
  });

  it('goes live by itself at zero, without a request in that moment', async () => {
    const calls: number[] = [];
    const environment = fakeEnvironment();
    const at = (ms: number) => new Date(environment.wall() + ms).toISOString();
    const world = await ready(
      fakeActivity({ environment, definition: { schedule: { start_at: at(10_000), end_at: at(HOUR) } } }),
    );
    expect(world.activity.phase).toBe('warmup');
    const phases: string[] = [];
    world.activity.on('phase', ({ phase }) => phases.push(phase));
    const me = { participant: { id: 'guest-1', kind: 'guest' as const }, sections: {} };
    const call = vi.spyOn(world.transport, 'send').mockImplementation(async () => {
      calls.push(environment.monotonic());
      return { ok: true, data: me };
    });
    await environment.advance(10_000);
    expect(phases).toEqual(['live']);
    expect(calls).toEqual([]);
    await environment.advance(31_000);
    expect(call).toHaveBeenCalled();
  });

  it('spreads the reads that zero causes over the jitter window', async () => {
    const after: number[] = [];
    for (let i = 0; i < 20; i++) {
      const environment = fakeEnvironment();
      for (let skip = 0; skip < i * 7; skip++) environment.random();
      const at = (ms: number) => new Date(environment.wall() + ms).toISOString();
      const world = await ready(
        fakeActivity({ environment, definition: { schedule: { start_at: at(5000), end_at: at(HOUR) } } }),
      );
      const { send } = world.transport;
      world.transport.send = (call) => {
        if (call.route.name === 'participant.get') after.push(environment.monotonic());
        return send(call);
      };
      await environment.advance(36_000);
    }
    expect(after).toHaveLength(20);
    expect(Math.max(...after) - Math.min(...after)).toBeGreaterThan(15_000);
  });

  it('never rolls a section back: not by an answer out of order, not by a replay an hour later', async () => {
    let answer = wonNothing(8);
    const { activity, environment } = await ready(
      fakeActivity({ handlers: { 'lottery.draw': () => answer } }),
    );
    const section = activity.section('chances');
    await activity.call(lotteryDraw, { body: { client_seed: 's' }, key: 'k' });
    expect(section.value?.revision).toBe(8);
    answer = wonNothing(7);
    await activity.call(lotteryDraw, { body: { client_seed: 's' }, key: 'k' });
    await environment.advance(HOUR);
    await activity.call(lotteryDraw, { body: { client_seed: 's' }, key: 'k' });
    expect(section.value?.revision).toBe(8);
  });

  it('brings a changed definition to the open page within the jitter window', async () => {
    let version = 1;
    const base = await ready(fakeActivity());
    const definition = base.activity.definition.value!;
    const { activity, environment } = await ready(
      fakeActivity({
        handlers: {
          'activity.get': () => ({ ...definition, version, title: { en: `Title ${version}` } }),
          'activity.live': () => liveAt(version),
        },
      }),
    );
    activity.watchLive();
    const changes = vi.fn();
    activity.on('change', changes);
    version = 2;
    await environment.advance(70_000);
    expect(activity.definition.value?.title.en).toBe('Title 2');
    expect(changes).toHaveBeenCalledWith({ version: 2 }, 'change');
  });

  it('keeps two activities on one page apart', async () => {
    const one = await ready(fakeActivity({ definition: { id: 'one' } }));
    const two = await ready(
      fakeActivity({
        definition: { id: 'two' },
        environment: one.environment,
        sections: { chances: chances(1, 9) },
      }),
    );
    one.activity.destroy();
    expect(two.activity.section('chances').value?.left).toBe(9);
    expect(two.activity.phase).toBe('live');
  });

  it('rejects ready with what to do, and recovers when the network is back', async () => {
    let isDown = true;
    const base = await ready(fakeActivity());
    const definition = base.activity.definition.value!;
    const world = fakeActivity({
      handlers: {
        'activity.get': () => {
          if (isDown) throw new Error('unplugged');
          return definition;
        },
      },
    });
    const outcome = expect(world.activity.ready).rejects.toThrow('Check id, endpoint and network');
    await world.environment.advance(120_000);
    await outcome;
    expect(world.activity.status.value).toBe('failed');
    isDown = false;
    world.environment.signal('online');
    await world.environment.advance(1000);
    await world.activity.ready;
    expect(world.activity.status.value).toBe('ready');
  });

  it('does nothing any more once it is destroyed', async () => {
    const world = await ready(fakeActivity());
    world.activity.watchLive();
    world.activity.destroy();
    const send = vi.spyOn(world.transport, 'send');
    world.environment.signal('online');
    world.environment.setVisible(true);
    await world.environment.advance(10 * 60_000);
    expect(send).not.toHaveBeenCalled();
    expect(world.environment.pending).toBe(0);
  });

  it('stops asking for live numbers while nobody looks', async () => {
    const world = await ready(fakeActivity());
    world.activity.watchLive();
    await world.environment.advance(1000);
    world.environment.setVisible(false);
    const send = vi.spyOn(world.transport, 'send');
    await world.environment.advance(10 * 60_000);
    expect(send).not.toHaveBeenCalled();
    world.environment.setVisible(true);
    await world.environment.advance(2000);
    expect(send).toHaveBeenCalled();
  });
});

describe('the participant', () => {
  const member: Me = {
    participant: { id: 'm', kind: 'member' },
    sections: { chances: chances(1, 5), rewards },
  };

  it('is the same guest after a reload, and becomes part of the member after signing in, once', async () => {
    const environment = fakeEnvironment();
    const bodies: unknown[] = [];
    const handlers: Handlers = {
      'guest.create': ({ input, token }) => {
        bodies.push({ ...input, token });
        const me = token ? member : { participant: { id: 'g', kind: 'guest' as const }, sections: {} };
        return { linked: Boolean(token), me, ...(token ? {} : { token: 'guest', secret: 'hush' }) };
      },
      'participant.get': () => member,
    };
    const first = await ready(fakeActivity({ environment, handlers }));
    first.activity.destroy();
    const reloaded = await ready(fakeActivity({ environment, handlers }));
    reloaded.activity.update({ token: () => 'host' });
    await environment.advance(10);
    await reloaded.activity.ready;
    expect(reloaded.activity.participant.value?.id).toBe('m');
    await reloaded.activity.refresh();
    expect(bodies).toEqual([
      { token: undefined },
      { secret: 'hush', token: undefined },
      { secret: 'hush', token: 'host' },
    ]);
  });

  it('starts afresh when the backend has forgotten the guest', async () => {
    const environment = fakeEnvironment();
    await environment.storage.set('guest::test', 'stale');
    const world = await ready(
      fakeActivity({
        environment,
        handlers: {
          'guest.create': ({ input }) => {
            if (input.secret) throw { code: 'not_found', retryable: false };
            return {
              token: 't',
              secret: 'new',
              linked: false,
              me: { participant: { id: 'g2', kind: 'guest' }, sections: {} },
            };
          },
        },
      }),
    );
    expect(world.activity.participant.value?.id).toBe('g2');
    expect(await environment.storage.get('guest::test')).toBe('new');
  });

  it('is nobody where guests may not take part', async () => {
    const guest = vi.fn();
    const { activity } = await ready(
      fakeActivity({ definition: { guests: 'none' }, handlers: { 'guest.create': guest } }),
    );
    expect(activity.participant.value).toBeNull();
    expect(guest).not.toHaveBeenCalled();
  });

  it('gets a fresh token from the host when the backend says that it has expired', async () => {
    const tokens: (string | undefined)[] = [];
    let issued = 0;
    const world = fakeActivity({
      handlers: {
        'participant.get': () => member,
        'lottery.draw': ({ token }) => {
          tokens.push(token);
          if (tokens.length === 1) throw { code: 'token_expired', retryable: false };
          return wonNothing(2);
        },
      },
    });
    world.activity.update({ token: () => `token-${++issued}` });
    await world.environment.advance(10);
    await world.activity.ready;
    const answer = await world.activity.call(lotteryDraw, { body: { client_seed: 's' }, key: 'k' });
    expect(answer.ok).toBe(true);
    expect(tokens[0]).not.toBe(tokens[1]);
  });

  it('forgets the sections of whoever was here before', async () => {
    let me: Me = { participant: { id: 'a', kind: 'member' }, sections: { chances: chances(50, 1) } };
    const world = fakeActivity({ definition: { guests: 'none' }, handlers: { 'participant.get': () => me } });
    world.activity.update({ token: () => 'a' });
    await world.environment.advance(10);
    await world.activity.ready;
    me = { participant: { id: 'b', kind: 'member' }, sections: { chances: chances(1, 7) } };
    await world.activity.refresh();
    expect(world.activity.section('chances').value).toEqual(chances(1, 7));
  });

  it('is reported when the host cannot give a token, without breaking the page', async () => {
    const world = fakeActivity();
    const errors: string[] = [];
    world.activity.on('error', ({ code }) => errors.push(code));
    world.activity.update({ token: () => Promise.reject(new Error('session gone')) });
    await world.environment.advance(100);
    await expect(world.activity.ready).rejects.toThrow('session gone');
    expect(errors).toContain('token_unavailable');
    expect(world.activity.status.value).toBe('ready');
  });
});

describe('an answer of a backend', () => {
  it('that is not what the protocol says becomes a failure, never something to render', async () => {
    const vnode = { type: 'img', props: { src: 'x', onerror: 'steal()' }, constructor: undefined };
    const world = fakeActivity({
      handlers: { 'activity.get': () => ({ id: vnode, title: vnode }) as never },
    });
    await world.environment.advance(100);
    await expect(world.activity.ready).rejects.toMatchObject({ code: 'bad_answer' });
  });

  it('loses the fields that the protocol does not know', async () => {
    const base = await ready(fakeActivity());
    const definition = { ...base.activity.definition.value!, surprise: 1, __proto__: { polluted: true } };
    const world = await ready(fakeActivity({ handlers: { 'activity.get': () => definition } }));
    expect(world.activity.definition.value).not.toHaveProperty('surprise');
    expect({}).not.toHaveProperty('polluted');
  });

  it('of a transport without the participant routes leaves the public parts standing', async () => {
    const base = await ready(fakeActivity());
    const environment = fakeEnvironment();
    const activity = createActivity({
      id: 'test',
      environment,
      transport: createTransport({
        'activity.get': () => ({ ...base.activity.definition.value!, guests: 'none' as const }),
        'time.get': () => ({ now: environment.wall() }),
      }),
    });
    await environment.advance(100);
    await activity.ready;
    expect(activity.status.value).toBe('ready');
    expect(activity.participant.value).toBeNull();
  });
});

describe('a sign-in under way', () => {
  it('is waited for by whoever needs a token: the page never falls back to the guest', async () => {
    const guest = { participant: { id: 'g', kind: 'guest' as const }, sections: {} };
    const member: Me = { participant: { id: 'm', kind: 'member' }, sections: {} };
    const environment = fakeEnvironment();
    const wait = (ms: number) => new Promise<void>((resolve) => environment.after(ms, resolve));
    const world = fakeActivity({
      environment,
      handlers: {
        'guest.create': async ({ token }) => {
          if (token) return { linked: true, me: member };
          // On a slow network the guest's answer comes after the member's.
          await wait(300);
          return { token: 'guest', secret: 'hush', linked: false, me: guest };
        },
        'participant.get': ({ token }) => (token === 'host' ? member : guest),
      },
    });
    await environment.advance(1000);
    await world.activity.ready;
    world.activity.update({ token: () => wait(50).then(() => 'host') });
    await environment.advance(10);
    const polled = world.activity.refreshParticipant();
    await environment.advance(1000);
    await polled;
    await world.activity.refreshParticipant();
    expect(world.activity.participant.value?.id).toBe('m');
  });
});
