// What `fanfare-server` is connected to by its environment: the proxy, the challenge service, the ticket.
import type { DefinitionInput } from '@fanfare/protocol';
import { afterEach, describe, expect, it } from 'vitest';
import { challengeAt, networkFromHeader, serve, wechatAt } from '../src/node/index.js';
import { readSettings } from '../src/node/settings.js';
import { createBackend, plain } from './backend.js';
import { createInviteBackend, inviting, refusalOf } from './invite.backend.js';

const stops: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const stop of stops.splice(0)) await stop();
});

/** Another service on loopback; `asked` are its requests. */
async function service(answer: (request: Request) => Promise<Response> | Response) {
  const asked: Request[] = [];
  const fetch = async (request: Request) => {
    asked.push(request.clone());
    return answer(request);
  };
  const { url, stop } = await serve({ fetch }, { port: 0, host: '127.0.0.1' });
  stops.push(stop);
  return { url, asked };
}

describe('the network', () => {
  const of = (name: string, headers: Record<string, string>) =>
    networkFromHeader(name)(new Request('http://host.example/', { headers }));

  it('is what the proxy says; of a list what the proxy itself has added', () => {
    expect(of('X-Real-IP', { 'X-Real-IP': '203.0.113.9' })).toBe('203.0.113.9');
    expect(of('X-Forwarded-For', { 'X-Forwarded-For': '6.6.6.6, 203.0.113.9' })).toBe('203.0.113.9');
    expect(of('X-Real-IP', {})).toBeNull();
    expect(of('X-Real-IP', { 'X-Real-IP': '  ' })).toBeNull();
  });
});

describe('a challenge', () => {
  const guards: DefinitionInput['guards'] = [
    { on: 'accept', per: 'inviter', count: 1, seconds: 3600, outcome: 'challenge' },
  ];

  it('is verified by the service, with the secret, and lets its solver through once', async () => {
    const judge = await service(async (request) => {
      const form = await request.formData();
      return Response.json({ success: form.get('secret') === 'shh' && form.get('response') === 'good' });
    });
    const backend = await createInviteBackend([{ ...inviting(), guards }], {
      verifyChallenge: challengeAt(judge.url, 'shh'),
    });
    const accept = (who: string, solution?: string) =>
      backend.accept(
        who,
        'ann',
        solution === undefined ? {} : { headers: { 'Fanfare-Challenge': solution } },
      );
    expect((await accept('abe')).status).toBe(200);
    expect(await refusalOf(await accept('bob'))).toEqual([403, 'challenge_required']);
    expect(judge.asked).toHaveLength(0);
    expect(await refusalOf(await accept('bob', 'bad'))).toEqual([403, 'challenge_required']);
    expect((await accept('bob', 'good')).status).toBe(200);
    expect(await refusalOf(await accept('cleo', 'good'))).toEqual([403, 'challenge_required']);
  });

  it('whose service does not answer lets nobody through, and says that it may be tried again', async () => {
    const down = await service(() => new Response('oops', { status: 500 }));
    const backend = await createInviteBackend([{ ...inviting(), guards }], {
      verifyChallenge: challengeAt(down.url, 'shh'),
    });
    const refused = await backend.accept('bob', 'ann', { headers: { 'Fanfare-Challenge': 'good' } });
    expect(await refusalOf(refused)).toEqual([503, 'unavailable']);
  });
});

describe('the ticket', () => {
  const sign = (wechat: ReturnType<typeof wechatAt>) =>
    createBackend([plain], { wechat }).then((backend) =>
      backend.get(`/v1/wechat/signature?url=${encodeURIComponent('https://plain.example/h5')}`),
    );

  it('is asked for with the key, once for a while, and again after it could not be had', async () => {
    let isDown = true;
    const keeper = await service(() =>
      isDown ? new Response(null, { status: 502 }) : Response.json({ ticket: 't' }),
    );
    const account = wechatAt('wx1', keeper.url, 'key');
    expect((await sign(account)).status).toBe(503);
    isDown = false;
    expect(await (await sign(account)).json()).toMatchObject({ app_id: 'wx1' });
    expect((await sign(account)).status).toBe(200);
    expect(keeper.asked).toHaveLength(2);
    expect(keeper.asked[0]!.headers.get('Authorization')).toBe('Bearer key');
  });
});

describe('the environment', () => {
  it('connects what is set, and nothing else', () => {
    expect(readSettings([], {})!.connections).toEqual({});
    const { url, networkOf, verifyChallenge, wechat } = readSettings([], {
      FANFARE_URL: 'https://api.example.com',
      FANFARE_NETWORK_HEADER: 'X-Real-IP',
      FANFARE_CHALLENGE_URL: 'https://judge.example/verify',
      FANFARE_CHALLENGE_SECRET: 'shh',
      FANFARE_WECHAT_APP_ID: 'wx1',
      FANFARE_WECHAT_TICKET_URL: 'https://keeper.example/ticket',
    })!.connections;
    expect([url, wechat?.appId, typeof networkOf, typeof verifyChallenge]).toEqual([
      'https://api.example.com',
      'wx1',
      'function',
      'function',
    ]);
  });

  it.each([
    [{ FANFARE_URL: 'api.example.com' }, 'FANFARE_URL expected an http(s) address, got "api.example.com".'],
    [{ FANFARE_CHALLENGE_URL: 'https://judge.example' }, 'FANFARE_CHALLENGE_SECRET is missing.'],
    [{ FANFARE_WECHAT_APP_ID: 'wx1' }, 'FANFARE_WECHAT_TICKET_URL is missing.'],
  ])('%j: %s', (env, sentence) => {
    expect(() => readSettings([], env)).toThrow(sentence);
  });
});
