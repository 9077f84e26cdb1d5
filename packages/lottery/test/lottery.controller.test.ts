import { parseConfig } from '@fanfare/core';
import {
  type FakeActivityOptions,
  type FakeEnvironment,
  fakeActivity,
  fakeEnvironment,
} from '@fanfare/core/testing';
import type { PublicActivity } from '@fanfare/protocol';
import { describe, expect, it } from 'vitest';
import { lotteryConfig } from '../src/lottery.config';
import { createLottery } from '../src/lottery.controller';
// Loaded here, so that in the tests its lazy import takes no time.
import '../src/lottery.engine';
import { backend, type DrawCall, lottery, refusal } from './lottery.sample';

interface Opened {
  environment?: FakeEnvironment;
  draw?: (call: DrawCall) => unknown;
  definition?: Partial<PublicActivity>;
  sections?: FakeActivityOptions['sections'];
  handlers?: object;
  config?: Record<string, unknown>;
}

/** Opens a page with a lottery on it; the same environment again is another page of the same device. */
async function open({ environment, draw, definition, sections, handlers, config = {} }: Opened = {}) {
  const facts: [string, unknown][] = [];
  const page = fakeActivity({
    environment,
    sections,
    definition: { lottery, ...definition },
    handlers: { 'lottery.draw': (draw ?? backend().draw) as never, ...handlers },
  });
  await page.environment.advance(0);
  await page.activity.ready;
  const controller = createLottery(parseConfig('lottery', lotteryConfig, config), page.activity, {
    emit: (fact, detail) => facts.push([fact, detail]),
  });
  await page.environment.advance(0);
  return {
    ...page,
    ...controller,
    facts,
    get phase() {
      return controller.state.value.phase;
    },
    close() {
      controller.destroy();
      page.activity.destroy();
    },
  };
}

const KEPT = 'lottery:test';
const later = () => new Promise<never>(() => {});

describe('a draw', () => {
  it('asks once for a tap, lands by the clock where nobody watches, and tells of it when it is shown', async () => {
    const server = backend();
    const page = await open({ draw: server.draw });
    page.actions.spin();
    page.actions.spin();
    await page.environment.advance(10);
    page.actions.spin();
    expect(page.phase).toBe('landing');
    expect(page.facts).toEqual([['tapped', { kind: 'wheel' }]]);
    expect(page.state.value.world.rewards).toEqual([]);
    await page.environment.advance(6000);
    expect(page.phase).toBe('shown');
    expect(server.calls).toHaveLength(1);
    expect(page.state.value.world.rewards).toHaveLength(1);
    expect(page.facts[1]).toEqual([
      'drawn',
      { draw: 'draw-1', outcome: 'won', prize: 'coupon', reward: 'reward-draw-1', receipt: 'ABCD-EFGH' },
    ]);
    expect(await page.environment.storage.get(KEPT)).toBeNull();
  });

  it('is kept before it is asked for, with the key and the seed that are sent', async () => {
    let kept: unknown;
    const server = backend();
    const environment = fakeEnvironment();
    const page = await open({
      environment,
      draw: async (call) => {
        kept = await environment.storage.get(KEPT);
        return server.draw(call);
      },
    });
    page.actions.spin();
    await environment.advance(10);
    const { key, body } = server.calls[0]!;
    expect(kept).toMatchObject({ key, client_seed: body.client_seed, participant: 'guest-1' });
  });

  it('shows an answer that comes late, and one that comes after the longest spin', async () => {
    const server = backend();
    let answer = () => {};
    const waiting = new Promise<void>((resolve) => {
      answer = resolve;
    });
    const page = await open({
      draw: async (call) => {
        await waiting;
        return server.draw(call);
      },
      config: { maxSpin: 4000 },
    });
    page.actions.spin();
    await page.environment.advance(3900);
    expect(page.phase).toBe('asking');
    await page.environment.advance(200);
    expect(page.state.value).toMatchObject({
      phase: 'failed',
      code: 'timeout',
      world: { chances: { left: 3 } },
    });
    answer();
    await page.environment.advance(10);
    expect(page.state.value).toMatchObject({ phase: 'landing', isResumed: true });
  });

  it('keeps the newer state when its answer comes after a newer `me`, and when it is replayed an hour later', async () => {
    const server = backend();
    const chances = (revision: number, left: number) => ({ revision, left, used: 0, granted: 9 });
    const me = {
      participant: { id: 'guest-1', kind: 'guest' as const },
      sections: { chances: chances(7, 6) },
    };
    const page = await open({ draw: server.draw, handlers: { 'participant.get': () => me } });
    await page.activity.refreshParticipant();
    page.actions.spin();
    await page.environment.advance(7000);
    expect(page.state.value.world.chances).toEqual(chances(7, 6));

    page.close();
    await page.environment.advance(3_600_000);
    const [call] = server.calls;
    await page.environment.storage.set(KEPT, {
      key: call!.key,
      client_seed: call!.body.client_seed,
      participant: 'guest-1',
      at: page.environment.wall() - 3_600_000,
    });
    const again = await open({
      environment: page.environment,
      draw: server.draw,
      sections: { chances: chances(9, 4) },
    });
    await again.environment.advance(7000);
    expect(server.effects).toBe(1);
    expect(again.phase).toBe('shown');
    expect(again.state.value.world.chances).toEqual(chances(9, 4));
  });

  it('lands at once where the answer was already on its way when the tab was hidden', async () => {
    const page = await open();
    page.actions.spin();
    page.environment.setVisible(false);
    await page.environment.advance(7000);
    expect(page.phase).toBe('shown');
  });
});

describe('a draw that is cut off', () => {
  it('goes on after a reload with the same key, and is shown', async () => {
    const server = backend();
    const environment = fakeEnvironment();
    const first = await open({ environment, draw: (call) => server.draw(call).then(later) });
    first.actions.spin();
    await environment.advance(10);
    first.close();

    const second = await open({ environment, draw: server.draw });
    await environment.advance(10);
    expect(second.state.value).toMatchObject({ phase: 'landing', isResumed: true, draw: { id: 'draw-1' } });
    await environment.advance(7000);
    expect(second.facts.map(([fact]) => fact)).toEqual(['drawn']);
    expect(server.calls[1]).toEqual(server.calls[0]);
    expect(server.effects).toBe(1);
  });

  it('in mid-landing is shown again after the reload: it was not seen', async () => {
    const server = backend();
    const environment = fakeEnvironment();
    const first = await open({ environment, draw: server.draw });
    first.actions.spin();
    await environment.advance(500);
    expect(first.phase).toBe('landing');
    first.close();
    const second = await open({ environment, draw: server.draw });
    await environment.advance(7000);
    expect(second.phase).toBe('shown');
    expect(server.effects).toBe(1);
  });

  it('of two tabs at once is one draw', async () => {
    const server = backend();
    const environment = fakeEnvironment();
    const one = await open({ environment, draw: server.draw });
    const two = await open({ environment, draw: server.draw });
    one.actions.spin();
    two.actions.spin();
    await environment.advance(7000);
    expect([one.phase, two.phase]).toEqual(['shown', 'shown']);
    expect(server.effects).toBe(1);
    expect(new Set(server.calls.map(({ key }) => key)).size).toBe(1);
  });

  it('of somebody else is dropped', async () => {
    const server = backend();
    const environment = fakeEnvironment();
    await environment.storage.set(KEPT, {
      key: 'k',
      client_seed: 's',
      participant: 'somebody-else',
      at: environment.wall(),
    });
    const page = await open({ environment, draw: server.draw });
    await environment.advance(100);
    expect(server.calls).toEqual([]);
    expect(await environment.storage.get(KEPT)).toBeNull();
    expect(page.phase).toBe('rest');
  });

  it('and refused when it is asked for again, is over without a word', async () => {
    const environment = fakeEnvironment();
    await environment.storage.set(KEPT, {
      key: 'k',
      client_seed: 's',
      participant: 'guest-1',
      at: environment.wall(),
    });
    const page = await open({ environment, draw: () => Promise.reject(refusal('ended')) });
    await environment.advance(100);
    expect(page.phase).toBe('rest');
    expect(page.facts).toEqual([]);
    expect(await environment.storage.get(KEPT)).toBeNull();
  });
});

describe('a guest who signs in', () => {
  it('after a reload goes on as the same guest; the draw of the guest is not drawn again for the member', async () => {
    const server = backend();
    const environment = fakeEnvironment();
    const first = await open({ environment, draw: (call) => server.draw(call).then(later) });
    first.actions.spin();
    await environment.advance(10);
    const member = {
      participant: { id: 'member-1', kind: 'member' as const },
      sections: { chances: { revision: 3, left: 2, used: 1, granted: 3 } },
    };
    first.close();
    const second = await open({
      environment,
      draw: server.draw,
      handlers: {
        'guest.create': ({ token }: { token?: string }) =>
          token
            ? { linked: true, me: member }
            : {
                token: 'guest-token',
                secret: 'secret',
                linked: false,
                me: { participant: { id: 'guest-1', kind: 'guest' }, sections: {} },
              },
        'participant.get': () => member,
      },
    });
    second.activity.update({ token: () => 'host-token' });
    await environment.advance(7000);
    expect(second.activity.participant.value?.id).toBe('member-1');
    expect(second.phase).toBe('rest');
    expect(second.state.value.world.chances?.left).toBe(2);
    expect(server.effects).toBe(1);
    expect(await environment.storage.get(KEPT)).toBeNull();
  });
});

describe('a refusal', () => {
  it.each([
    'no_chances',
    'sold_out',
    'paused',
    'ended',
    'denied',
    'challenge_required',
    'guest_forbidden',
    'code_used',
    'key_reused',
  ])('%s ends the draw with its reason', async (code) => {
    const page = await open({ draw: () => Promise.reject(refusal(code)) });
    page.actions.spin();
    await page.environment.advance(100);
    expect(page.state.value).toMatchObject({ phase: 'refused', code });
    expect(page.facts[1]).toEqual(['refused', { code }]);
    expect(await page.environment.storage.get(KEPT)).toBeNull();
    page.actions.dismiss();
    await page.environment.advance(0);
    expect(page.phase).toBe('rest');
  });

  it('`not_started` right at zero is a server that is a hair behind: it is asked again', async () => {
    const server = backend();
    const environment = fakeEnvironment();
    let refusals = 3;
    const page = await open({
      environment,
      definition: {
        schedule: {
          start_at: new Date(environment.wall()).toISOString(),
          end_at: new Date(environment.wall() + 3_600_000).toISOString(),
        },
      },
      draw: (call) => (refusals-- > 0 ? Promise.reject(refusal('not_started')) : server.draw(call)),
    });
    page.actions.spin();
    await environment.advance(3000);
    expect(page.phase).toBe('landing');
    expect(server.effects).toBe(1);
  });

  it('`not_started` long after the start is believed', async () => {
    const page = await open({ draw: () => Promise.reject(refusal('not_started')) });
    page.actions.spin();
    await page.environment.advance(100);
    expect(page.state.value).toMatchObject({ phase: 'refused', code: 'not_started' });
  });

  it('in warm-up nothing is even asked', async () => {
    const server = backend();
    const start = '2027-01-01T00:00:00Z';
    const page = await open({
      draw: server.draw,
      definition: { schedule: { start_at: start, end_at: '2027-01-02T00:00:00Z' } },
    });
    page.actions.spin();
    page.actions.spin('A1');
    await page.environment.advance(100);
    expect(server.calls).toEqual([]);
    expect(page.facts).toEqual([]);
  });
});

describe('no answer', () => {
  it.each([
    ['a broken answer', refusal('bad_answer')],
    ['a server that is down', refusal('unavailable', true)],
  ])('%s leaves the chance, and the retry sends the same key', async (_, failure) => {
    const server = backend();
    let isDown = true;
    const keys: (string | undefined)[] = [];
    const page = await open({
      draw: (call) => {
        keys.push(call.key);
        return isDown ? Promise.reject(failure) : server.draw(call);
      },
    });
    page.actions.spin();
    await page.environment.advance(60_000);
    expect(page.phase).toBe('failed');
    isDown = false;
    page.actions.retry();
    await page.environment.advance(7000);
    expect(page.phase).toBe('shown');
    expect(new Set(keys).size).toBe(1);
    expect(server.effects).toBe(1);
  });

  it('asks again by itself when the network is back', async () => {
    const server = backend();
    let isDown = true;
    const page = await open({
      draw: (call) => (isDown ? Promise.reject(refusal('offline')) : server.draw(call)),
    });
    page.environment.signal('offline');
    expect(page.state.value.world.isOffline).toBe(true);
    page.environment.signal('online');
    page.actions.spin();
    await page.environment.advance(100);
    expect(page.phase).toBe('failed');
    isDown = false;
    page.environment.signal('online');
    await page.environment.advance(7000);
    expect(page.phase).toBe('shown');
  });

  it('leaves nothing behind when the page goes in mid-draw', async () => {
    const page = await open({ draw: later });
    page.actions.spin();
    await page.environment.advance(100);
    page.close();
    await page.environment.advance(60_000);
    expect(page.environment.pending).toBe(0);
    expect(page.phase).toBe('asking');
  });
});

describe('codes', () => {
  const empty = { chances: { revision: 1, left: 0, used: 3, granted: 3 } };
  const definition = { lottery: { ...lottery, codes: true } };

  it('one opens a draw without a chance', async () => {
    const server = backend();
    const page = await open({ draw: server.draw, definition, sections: empty });
    page.actions.spin();
    await page.environment.advance(100);
    expect(server.calls).toEqual([]);
    page.actions.spin(' LUCKY-1 ');
    await page.environment.advance(100);
    expect(server.calls[0]!.body.code).toBe('LUCKY-1');
  });

  it('one of the options is used by the button', async () => {
    const server = backend();
    const page = await open({ draw: server.draw, definition, sections: empty, config: { code: 'PARCEL-7' } });
    page.actions.spin();
    await page.environment.advance(100);
    expect(server.calls[0]!.body.code).toBe('PARCEL-7');
  });

  it('none is sent where the activity takes none', async () => {
    const server = backend();
    const page = await open({ draw: server.draw, config: { code: 'PARCEL-7' } });
    page.actions.spin();
    await page.environment.advance(100);
    expect(server.calls[0]!.body).not.toHaveProperty('code');
  });
});

it('looks for the next free chance a little after it is due', async () => {
  const environment = fakeEnvironment();
  let reads = 0;
  const next_at = new Date(environment.wall() + 60_000).toISOString();
  await open({
    environment,
    sections: { chances: { revision: 1, left: 0, used: 3, granted: 3, next_at } },
    handlers: {
      'participant.get': () => {
        reads++;
        return { participant: { id: 'guest-1', kind: 'guest' }, sections: {} };
      },
    },
  });
  await environment.advance(59_000);
  expect(reads).toBe(0);
  await environment.advance(11_000);
  expect(reads).toBe(1);
});

it('remembers sound on this device', async () => {
  const environment = fakeEnvironment();
  const first = await open({ environment });
  expect(first.state.value.isSoundOn).toBe(false);
  first.actions.toggleSound();
  await environment.advance(0);
  first.close();
  const second = await open({ environment });
  expect(second.state.value.isSoundOn).toBe(true);
});

it('asks the host for its login', async () => {
  const page = await open();
  page.actions.signIn();
  expect(page.facts).toEqual([['signin', {}]]);
});
