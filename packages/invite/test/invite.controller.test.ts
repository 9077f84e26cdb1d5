import {
  type FakeActivityOptions,
  type FakeEnvironment,
  fakeActivity,
  fakeEnvironment,
} from '@fanfare/core/testing';
import { describe, expect, it, vi } from 'vitest';
import { createInvite, type InviteOptions } from '../src/index';
// Loaded here, so that in the tests its lazy import takes no time.
import '../src/invite.late';
import {
  backend,
  type Call,
  definition,
  FRIEND_CODE,
  mine,
  refusal,
  reward,
  sectionsOf,
} from './invite.sample';

interface Opened {
  environment?: FakeEnvironment;
  claim?: (call: Call) => unknown;
  sections?: FakeActivityOptions['sections'];
  handlers?: object;
  server?: ReturnType<typeof backend>;
  config?: InviteOptions;
}

/** Opens a page with the widget on it; the same environment again is another page of the same device. */
async function open({
  environment,
  claim,
  sections,
  handlers,
  server = backend(),
  config = {},
}: Opened = {}) {
  const facts: [string, unknown][] = [];
  const page = fakeActivity({
    environment,
    definition,
    sections: sections ?? sectionsOf(),
    handlers: { 'tier.claim': (claim ?? server.claim) as never, ...server.handlers, ...handlers },
  });
  await page.environment.advance(0);
  await page.activity.ready;
  const controller = createInvite(config, page.activity, {
    emit: (fact, detail) => facts.push([fact, detail]),
  });
  await page.environment.advance(0);
  return {
    ...page,
    ...controller,
    facts,
    server,
    deed: (id: string) => controller.state.value.deeds[id as 'tier:'],
    close() {
      controller.destroy();
      page.activity.destroy();
    },
  };
}

const KEPT = 'invite:test';
const later = () => new Promise<never>(() => {});

describe('a claim', () => {
  it('of two taps is one request, opens the envelope with amount and receipt, and is told', async () => {
    const page = await open();
    page.actions.claim('envelope');
    page.actions.claim('envelope');
    await page.environment.advance(10);
    page.actions.claim('envelope');
    await page.environment.advance(10);
    expect(page.server.calls).toHaveLength(1);
    const opened = { tier: 'envelope', amount: 888, receipt: 'ABCD-EFGH' };
    expect(page.state.value.opened).toEqual(opened);
    expect(page.facts).toEqual([['claimed', opened]]);
    expect(await page.environment.storage.get(KEPT)).toEqual({});
    page.actions.close();
    await page.environment.advance(10);
    expect(page.state.value.opened).toBeUndefined();
    page.close();
  });

  it('is kept with its key before it is sent', async () => {
    const environment = fakeEnvironment();
    const server = backend();
    let kept: unknown;
    const page = await open({
      environment,
      server,
      claim: async (call) => {
        kept = await environment.storage.get(KEPT);
        return server.claim(call);
      },
    });
    page.actions.claim('envelope');
    await environment.advance(10);
    expect(kept).toMatchObject({ 'tier:envelope': { key: server.calls[0]!.key, participant: 'guest-1' } });
    page.close();
  });

  it('whose answer is lost is sent again with the same key, and counts once', async () => {
    const server = backend();
    let isLost = true;
    const page = await open({
      server,
      claim: async (call) => {
        const answer = await server.claim(call);
        if (isLost) throw refusal('bad_answer');
        return answer;
      },
    });
    page.actions.claim('envelope');
    await page.environment.advance(60_000);
    expect(page.deed('tier:envelope')).toEqual({ phase: 'failed', code: 'bad_answer' });
    expect(page.state.value.opened).toBeUndefined();
    isLost = false;
    page.actions.retry('tier:envelope');
    await page.environment.advance(60_000);
    expect(new Set(server.calls.map(({ key }) => key)).size).toBe(1);
    expect(server.effects).toBe(1);
    expect(page.state.value.opened?.amount).toBe(888);
    page.close();
  });

  it('that is tapped anew after a lost answer is the same claim', async () => {
    const server = backend();
    let isLost = true;
    const page = await open({
      server,
      claim: async (call) => {
        const answer = await server.claim(call);
        if (isLost) throw refusal('bad_answer');
        return answer;
      },
    });
    page.actions.claim('envelope');
    await page.environment.advance(60_000);
    isLost = false;
    page.actions.claim('envelope');
    await page.environment.advance(10);
    expect(server.effects).toBe(1);
    expect(page.state.value.opened?.amount).toBe(888);
    page.close();
  });

  it('of a page that was closed goes on with the same key on the next one', async () => {
    const environment = fakeEnvironment();
    const server = backend();
    const first = await open({ environment, server, claim: (call) => server.claim(call).then(later) });
    first.actions.claim('envelope');
    await environment.advance(10);
    first.close();
    const second = await open({ environment, server });
    await environment.advance(10);
    expect(server.calls).toHaveLength(2);
    expect(server.effects).toBe(1);
    expect(second.state.value.opened?.amount).toBe(888);
    second.close();
  });

  it('without a network says so, pretends nothing, and is sent when the network is back', async () => {
    const server = backend();
    let isOffline = true;
    const page = await open({
      server,
      claim: (call) => (isOffline ? Promise.reject(refusal('offline', true)) : server.claim(call)),
    });
    page.environment.signal('offline');
    page.actions.claim('envelope');
    await page.environment.advance(120_000);
    expect(page.deed('tier:envelope')).toEqual({ phase: 'failed', code: 'offline' });
    expect(page.state.value.world.mine?.tiers[0]?.state).toBe('ready');
    expect(page.facts).toEqual([]);
    isOffline = false;
    page.environment.signal('online');
    await page.environment.advance(10_000);
    expect(server.effects).toBe(1);
    expect(page.state.value.opened?.amount).toBe(888);
    page.close();
  });

  it('that comes as the 21st of 20 is told kindly, opens nothing, and is not sent again', async () => {
    const server = backend(0);
    const page = await open({ server });
    page.actions.claim('envelope');
    await page.environment.advance(10);
    expect(page.deed('tier:envelope')).toEqual({ phase: 'refused', code: 'sold_out' });
    expect(page.state.value.opened).toBeUndefined();
    expect(page.facts).toEqual([['refused', { action: 'tier', code: 'sold_out' }]]);
    expect(await page.environment.storage.get(KEPT)).toEqual({});
    await page.environment.advance(60_000);
    expect(server.calls).toHaveLength(1);
    page.close();
  });

  it('asks the host for the challenge, and is sent again with the same key', async () => {
    const server = backend();
    const solutions: unknown[] = [];
    const challenge = vi.fn(async () => 'solved');
    const page = await open({
      server,
      claim: (call) => {
        solutions.push(call.solution);
        return call.solution ? server.claim(call) : Promise.reject(refusal('challenge_required'));
      },
      config: { challenge },
    });
    page.actions.claim('envelope');
    await page.environment.advance(10);
    expect(challenge.mock.calls).toEqual([[{ action: 'tier' }]]);
    expect(solutions).toEqual([undefined, 'solved']);
    expect(server.effects).toBe(1);
    page.close();
  });

  it.each([
    ['no challenge to show', {}],
    ['a challenge that breaks', { challenge: () => Promise.reject(new Error('broken')) }],
    ['a challenge that is not solved', { challenge: () => null }],
  ])('with %s is refused', async (_, config) => {
    const page = await open({ claim: () => Promise.reject(refusal('challenge_required')), config });
    page.actions.claim('envelope');
    await page.environment.advance(10);
    expect(page.deed('tier:envelope')).toEqual({ phase: 'refused', code: 'challenge_required' });
    page.close();
  });
});

describe('a friend who arrives', () => {
  const arrive = (code = FRIEND_CODE) => {
    const environment = fakeEnvironment();
    environment.setAddress(`https://host.example/?channel_id=tv&invite=${code}`);
    return environment;
  };

  it('sees who invites and accepts with one tap, with the channel', async () => {
    const page = await open({ environment: arrive() });
    expect(page.state.value.inviter).toEqual({ code: FRIEND_CODE, name: '李雷' });
    page.actions.accept();
    page.actions.accept();
    await page.environment.advance(10);
    expect(page.server.calls).toMatchObject([{ params: { code: FRIEND_CODE }, input: { channel: 'tv' } }]);
    expect(page.state.value).toMatchObject({ accepted: FRIEND_CODE, inviter: undefined });
    expect(page.facts).toEqual([
      ['invited', { code: FRIEND_CODE }],
      ['accepted', { code: FRIEND_CODE }],
    ]);
    expect(await page.environment.storage.get('link:test')).toEqual({ channel: 'tv' });
    page.close();
  });

  it('is still invited after a reload at another address', async () => {
    const environment = arrive();
    (await open({ environment })).close();
    environment.setAddress('https://host.example/other');
    const page = await open({ environment });
    expect(page.state.value.inviter?.code).toBe(FRIEND_CODE);
    page.close();
  });

  it('with my own code is nobody’s friend', async () => {
    const page = await open({ environment: arrive(mine.code) });
    expect(page.state.value.inviter).toBeUndefined();
    page.close();
  });

  it('who has accepted before is not asked again', async () => {
    const page = await open({ environment: arrive(), sections: sectionsOf({ inviter: 'SOMEBODY' }) });
    expect(page.state.value.inviter).toBeUndefined();
    page.close();
  });

  it('with a code of nobody is told, and it is dropped', async () => {
    const page = await open({ environment: arrive('N0B0DY99') });
    expect(page.deed('accept:N0B0DY99')).toEqual({ phase: 'refused', code: 'not_found' });
    expect(await page.environment.storage.get('link:test')).toEqual({ channel: 'tv' });
    page.close();
  });

  it.each(['invite_self', 'invite_cycle', 'invite_repeat', 'denied'])(
    'and is refused by %s',
    async (code) => {
      const page = await open({
        environment: arrive(),
        handlers: { 'invite.accept': () => Promise.reject(refusal(code)) },
      });
      page.actions.accept();
      await page.environment.advance(10);
      expect(page.deed(`accept:${FRIEND_CODE}`)).toEqual({ phase: 'refused', code });
      page.close();
    },
  );

  it('may paste a passphrase instead', async () => {
    const page = await open();
    page.actions.paste(`来看看 #${FRIEND_CODE}#`);
    await page.environment.advance(10);
    expect(page.state.value.inviter?.name).toBe('李雷');
    page.close();
  });
});

describe('sharing', () => {
  it('fills the host’s card with my own link, at once and again before sharing', async () => {
    const share = vi.fn();
    const page = await open({ config: { share, shareText: 'Hi' } });
    const card = { title: 'Test activity', text: 'Hi', image: '', link: mine.url };
    expect(share.mock.calls).toEqual([[card]]);
    page.actions.prepareShare();
    await page.environment.advance(0);
    expect(share).toHaveBeenCalledTimes(2);
    page.actions.share('poster');
    await page.environment.advance(0);
    expect(page.facts).toEqual([
      ['shared', { way: 'poster' }],
      ['poster', { code: mine.code, url: mine.url }],
    ]);
    page.close();
  });

  it('does not put my code over that of an inviter who is not answered yet', async () => {
    const environment = fakeEnvironment();
    environment.setAddress(`https://host.example/?invite=${FRIEND_CODE}`);
    const share = vi.fn();
    const page = await open({ environment, config: { share } });
    expect(share).not.toHaveBeenCalled();
    page.actions.leave();
    await environment.advance(0);
    expect(share).toHaveBeenCalledTimes(1);
    page.close();
  });
});

describe('tasks and rewards', () => {
  it('uploads a picture to where the backend wants it, then hands it in', async () => {
    const page = await open();
    const put = vi.fn((_: Request) => new Response(null, { status: 204 }));
    page.environment.respond(put);
    page.actions.prove('proof', [new Blob(['x'], { type: 'image/png' })]);
    await page.environment.advance(10);
    expect(put.mock.calls[0]?.[0]).toMatchObject({ method: 'PUT', url: 'https://host.example/put' });
    expect(page.server.calls).toMatchObject([
      { params: { task: 'proof' }, input: { uploads: ['upload-1'] } },
    ]);
    expect(page.state.value.world.mine?.tasks).toEqual([{ id: 'proof', state: 'pending' }]);
    page.close();
  });

  it.each([
    ['a file that is no picture', 'text/plain', 204, 'unsupported_media_type'],
    ['a picture that is too large', 'image/png', 413, 'too_large'],
  ])('refuses %s', async (_, type, status, code) => {
    const page = await open();
    page.environment.respond(() => new Response(null, { status }));
    page.actions.prove('proof', [new Blob(['x'], { type })]);
    await page.environment.advance(10);
    expect(page.deed('task:proof')).toEqual({ phase: 'refused', code });
    expect(page.server.calls).toEqual([]);
    page.close();
  });

  it('sends a reward’s form and keeps the address nowhere', async () => {
    const environment = fakeEnvironment();
    let kept: unknown = 'never asked';
    const server = backend();
    const page = await open({
      environment,
      server,
      sections: sectionsOf({}, [reward]),
      handlers: {
        'reward.claim': async (call: never) => {
          kept = await environment.storage.get(KEPT);
          return server.handlers['reward.claim']!(call);
        },
      },
    });
    const form = { address: { name: 'A', phone: '13800000000', region: 'R', street: 'S' } };
    page.actions.fill(reward.id, form);
    await page.environment.advance(10);
    expect(page.server.calls).toMatchObject([{ params: { reward: reward.id }, input: form }]);
    expect(kept ?? {}).toEqual({});
    expect(await page.environment.storage.get(KEPT)).toEqual({});
    expect(page.state.value.world.rewards[0]?.state).toBe('claimed');
    page.close();
  });
});

describe('looking for friends', () => {
  it('goes on about every 15 s with jitter, stops while the page is hidden, and not before its return', async () => {
    let reads = 0;
    const page = await open({
      handlers: {
        'participant.get': () => {
          reads++;
          return { participant: { id: 'guest-1', kind: 'guest' as const }, sections: {} };
        },
      },
    });
    reads = 0;
    await page.environment.advance(60_000);
    expect(reads).toBeGreaterThanOrEqual(3);
    expect(reads).toBeLessThanOrEqual(5);
    page.environment.setVisible(false);
    const before = reads;
    await page.environment.advance(120_000);
    expect(reads).toBe(before);
    page.environment.setVisible(true);
    await page.environment.advance(1100);
    expect(reads).toBeGreaterThan(before);
    page.close();
  });

  it('ends with the widget, and leaves no timer', async () => {
    const page = await open();
    page.close();
    const left = page.environment.pending;
    await page.environment.advance(120_000);
    expect(page.environment.pending).toBeLessThanOrEqual(left);
  });
});

it('names a wrong option', () => {
  const { activity } = fakeActivity();
  expect(() => createInvite({ poll: 1 }, activity)).toThrow('"poll" expected a whole number from 5 to 600');
  activity.destroy();
});
