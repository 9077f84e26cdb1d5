// What can be wrong with identity, caching, CORS, time and bodies.
import { SignJWT } from 'jose';
import { fromBase64Url } from '../../src/base64url.js';
import { SECRET } from '../reference.js';
import { answers, type Defect, resend, rulesSee, withBody, withHeaders } from './defect.js';

type Claims = Record<string, unknown>;

const sign = (claims: Claims) =>
  new SignJWT(claims).setProtectedHeader({ alg: 'HS256' }).sign(new TextEncoder().encode(SECRET));

/** A server that believes some tokens without verifying them: they are replaced by good ones. */
const believes =
  (mend: (claims: Claims, header: Claims) => Claims | null): NonNullable<Defect['fetch']> =>
  (fetch) =>
  async (request) => {
    const [head, claims] = request.headers.get('Authorization')?.replace('Bearer ', '').split('.') ?? [];
    if (!head?.startsWith('ey') || !claims) return fetch(request);
    const mended = mend(JSON.parse(fromBase64Url(claims)), JSON.parse(fromBase64Url(head)));
    if (!mended) return fetch(request);
    return fetch(await resend(request, { headers: { Authorization: `Bearer ${await sign(mended)}` } }));
  };

const soon = () => Math.floor(Date.now() / 1000) + 600;
const isPrivate = ({ url }: Request) => url.includes('/me');

export const coreDefects: Defect[] = [
  {
    name: 'no Fanfare-Time on refusals',
    clause: 'core.time.stamp',
    expected: /Fanfare-Time/,
    fetch: answers((response) => (response.ok ? response : withHeaders(response, { 'Fanfare-Time': null }))),
  },
  {
    name: 'Fanfare-Time on everything',
    clause: 'core.time.cacheable',
    expected: /no Fanfare-Time/,
    fetch: answers((response) => withHeaders(response, { 'Fanfare-Time': String(Date.now()) })),
  },
  {
    name: 'private state in shared caches',
    clause: 'core.me.private',
    expected: /private, no-cache/,
    fetch: answers((response, request) =>
      isPrivate(request) ? withHeaders(response, { 'Cache-Control': 'public, max-age=60' }) : response,
    ),
  },
  {
    name: 'the participant out of a header',
    clause: 'core.me.own',
    expected: /the participant/,
    fetch: (fetch) => async (request) => {
      const sub = request.headers.get('X-User-Id');
      if (!sub) return fetch(request);
      const Authorization = `Bearer ${await sign({ sub, aud: 'conformance', exp: soon() })}`;
      return fetch(await resend(request, { headers: { Authorization } }));
    },
  },
  {
    name: 'revisions that stand still',
    clause: 'core.me.revision',
    expected: /a revision/,
    fetch: answers(async (response) =>
      response.status === 304
        ? response
        : new Response((await response.text()).replace(/"revision":\d+/g, '"revision":1'), response),
    ),
  },
  {
    name: 'CORS echoes every origin',
    clause: 'core.cors.origin',
    expected: /foreign page/,
    fetch: answers((response, request) => {
      const origin = request.headers.get('Origin');
      return origin ? withHeaders(response, { 'Access-Control-Allow-Origin': origin }) : response;
    }),
  },
  {
    name: 'a preflight lets everybody in',
    clause: 'core.cors.preflight',
    expected: /foreign page/,
    fetch: answers((response, request) =>
      request.method === 'OPTIONS'
        ? withHeaders(response, { 'Access-Control-Allow-Origin': request.headers.get('Origin') })
        : response,
    ),
  },
  {
    name: 'alg none is accepted',
    clause: 'core.token.none',
    expected: /token_invalid/,
    fetch: believes((claims, { alg }) => (alg === 'none' ? claims : null)),
  },
  {
    name: 'the algorithm is taken from the token',
    clause: 'core.token.algorithm',
    expected: /token_invalid/,
    fetch: believes((claims, { alg }) => (alg === 'HS512' ? claims : null)),
  },
  {
    name: 'the signature is not verified',
    clause: 'core.token.signature',
    expected: /token_invalid/,
    fetch: believes((claims) => claims),
  },
  {
    name: 'aud is not compared',
    clause: 'core.token.audience',
    expected: /token_invalid/,
    fetch: believes((claims) => ({ ...claims, aud: 'conformance' })),
  },
  {
    name: 'exp is not looked at',
    clause: 'core.token.expiry',
    expected: /token_(invalid|expired)/,
    fetch: believes((claims) => ({ ...claims, exp: soon() })),
  },
  {
    name: 'costs leave the server',
    clause: 'core.activity.secret',
    expected: /an answer without/,
    fetch: (fetch) => {
      const definitions = new Map<string, object>();
      return async (request) => {
        const id = new URL(request.url).pathname.split('/').at(-1)!;
        if (request.method === 'PUT') definitions.set(id, (await request.clone().json()) as object);
        const response = await fetch(request);
        const isDefinition = request.method === 'GET' && definitions.has(id);
        return isDefinition
          ? withBody(response, (body: object) => ({
              ...definitions.get(id),
              ...body,
              raw: definitions.get(id),
            }))
          : response;
      };
    },
  },
  {
    name: 'fields that nobody knows are dropped in silence',
    clause: 'core.body.unknown',
    expected: /invalid/,
    fetch: (fetch) => async (request) => {
      const text = await request.clone().text();
      return fetch(text.includes('isAdmin') ? await resend(request, { body: () => ({}) }) : request);
    },
  },
  {
    name: 'a stack in the answer',
    clause: 'core.body.malformed',
    expected: /malformed/,
    fetch: answers((response) =>
      response.status === 400
        ? new Response(new SyntaxError('Unexpected end of JSON').stack, { status: 500 })
        : response,
    ),
  },
  {
    name: 'refusals as 200',
    clause: 'core.problem',
    expected: /a refusal: 404/,
    fetch: answers(async (response) =>
      response.status === 404
        ? new Response(await response.text(), { status: 200, headers: response.headers })
        : response,
    ),
  },
  {
    name: 'a fact counts every time',
    clause: 'core.fact',
    expected: /duplicate/,
    fetch: (fetch) => {
      let count = 0;
      return async (request) =>
        fetch(
          request.url.endsWith('/facts')
            ? await resend(request, { body: (fact) => ({ ...fact, id: `${fact.id}-${++count}` }) })
            : request,
        );
    },
  },
  {
    name: 'pauses come late',
    clause: 'core.paused',
    expected: /409 paused/,
    store: rulesSee(() => ({ paused: [] })),
  },
];
