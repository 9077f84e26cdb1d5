// The way of every request: handler, refusals as problems, CORS, stamp, one line in the log.
import type { Endpoint } from './endpoint.js';
import type { Environment } from './environment.js';
import { requireNameable } from './http/address.js';
import type { Answer } from './http/answer.js';
import { corsHeaders, isAllowedOrigin, isPublicAnswer, preflightHeaders } from './http/cors.js';
import type { LogEntry, Logger } from './http/log.js';
import { Refusal } from './http/refusal.js';
import { answerRefusal, toResponse } from './http/respond.js';
import { uuidv7 } from './ids.js';
import { traceOf } from './operations/trace.js';
import { type Call, loadActivity } from './routes/call.js';
import { StoreUnavailable } from './store.js';

/** An error as a refusal: what is not one is a failure of ours. */
function asRefusal(error: unknown): Refusal {
  if (error instanceof Refusal) return error;
  return new Refusal(error instanceof StoreUnavailable ? 'unavailable' : 'internal', { retryAfter: 1 });
}

const textOf = (error: unknown) => (error instanceof Error ? (error.stack ?? error.message) : String(error));

/** CORS of a call. An activity that does not exist keeps nothing private, so any page may read that. */
async function corsOf(call: Call): Promise<Record<string, string>> {
  const { env, request, route, params } = call;
  const origin = request.headers.get('Origin');
  if (isPublicAnswer(route)) return corsHeaders(origin, null);
  if (origin === null) return corsHeaders(null, false);
  if (!params.activity) return corsHeaders(origin, isAllowedOrigin(origin, env.origins, env.dev));
  try {
    const { definition } = await loadActivity(call);
    return corsHeaders(origin, isAllowedOrigin(origin, [...env.origins, ...definition.origins], env.dev));
  } catch (error) {
    if (error instanceof Refusal) return corsHeaders(origin, null);
    return corsHeaders(origin, isAllowedOrigin(origin, env.origins, env.dev));
  }
}

/** Answers calls and preflights. */
export function createPipeline(env: Environment, logger: Logger | undefined) {
  const run = async (
    call: Call,
    routeName: string | null,
    work: () => Promise<Answer>,
  ): Promise<Response> => {
    const started = performance.now();
    const requestId = uuidv7(env.now(), env.random);
    const trace = traceOf(call.request, env.random);
    let problem: { code: string; error?: string } | undefined;
    let answer: Answer;
    try {
      answer = await work();
    } catch (error) {
      const refusal = asRefusal(error);
      answer = answerRefusal(refusal, requestId);
      problem = { code: refusal.code, ...(refusal !== error && { error: textOf(error) }) };
    }
    const response = toResponse(answer, {
      requestId,
      trace: trace.header,
      cors: await corsOf(call),
      now: env.now,
    });
    const entry: LogEntry = {
      level: response.status >= 500 ? 'error' : 'info',
      at: new Date(env.now()).toISOString(),
      method: call.request.method,
      route: routeName,
      status: response.status,
      ms: Math.round((performance.now() - started) * 10) / 10,
      request_id: requestId,
      trace_id: trace.traceId,
      span_id: trace.spanId,
      ...problem,
    };
    env.requests.count(entry);
    logger?.(entry);
    return response;
  };

  const callOf = (request: Request, route: Call['route'], params: Record<string, string>): Call => ({
    env,
    request,
    route,
    params,
    query: new URL(request.url).searchParams,
  });

  return {
    /** Runs an endpoint. */
    answer: (endpoint: Endpoint, request: Request, params: Record<string, string>) => {
      const call = callOf(request, endpoint, params);
      return run(call, endpoint.name, async () => {
        requireNameable(call.params, call.query);
        return endpoint.handler(call);
      });
    },
    /** Answers a browser's question whether a page may call an address. */
    preflight: (endpoints: readonly Endpoint[], request: Request, params: Record<string, string>) => {
      const wanted = request.headers.get('Access-Control-Request-Method');
      const endpoint = endpoints.find(({ method }) => method === wanted) ?? endpoints[0]!;
      const methods = endpoints.map(({ method }) => method).join(', ');
      const call = callOf(request, endpoint, params);
      return run(call, endpoint.name, async () => ({
        status: 204,
        body: null,
        headers: { ...preflightHeaders(methods), Allow: `${methods}, OPTIONS` },
      }));
    },
    /** Refuses an address, or a method of one. */
    refuse: (refusal: Refusal, request: Request, endpoint?: Endpoint) => {
      const route = endpoint ?? { name: '', method: 'GET', path: '', caller: 'public' };
      return run(callOf(request, route, {}), endpoint?.name ?? null, async () => {
        throw refusal;
      });
    },
  };
}
