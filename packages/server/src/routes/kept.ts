// Public answers from memory: while a copy keeps one, however many ask, the store is asked once.
import { type Answer, matches } from '../http/answer.js';
import type { Call, Handler } from './call.js';

/** The same answer for everybody, or that the caller has it already. */
function answerAgain({ request }: Call, answer: Answer): Answer {
  const { ETag = '', 'Cache-Control': caching = '' } = answer.headers;
  return matches(request.headers.get('If-None-Match'), ETag)
    ? { status: 304, body: null, headers: { ETag, 'Cache-Control': caching } }
    : answer;
}

/** A public read that is kept for as long as the app is told. Only without a query: those are few. */
export const kept =
  (handler: Handler): Handler =>
  async (call) => {
    const { env, params, query, request, route } = call;
    if (env.publicMs === 0 || query.size > 0 || !params.activity) return handler(call);
    // Read without the caller's condition: the answer is for everybody.
    const read = () => handler({ ...call, request: new Request(request.url) });
    const answer = await env.known.keep(params.activity, route.name, env.publicMs, read);
    return answerAgain(call, answer);
  };
