// The app: addresses onto endpoints, each through the one pipeline.
import { Hono } from 'hono';
import { purgeAnswers } from './activity/purge.js';
import { type AppOptions, environmentOf } from './app.options.js';
import type { Endpoint } from './endpoint.js';
import { endpointsOf } from './endpoints.js';
import { sealAll } from './fairness/seal.js';
import { Refusal } from './http/refusal.js';
import { deliverMessages } from './operations/deliver.js';
import { checkRetention, forgetOld, type Retention } from './operations/forget.js';
import { createPipeline } from './pipeline.js';
import { runRaffles } from './raffle/run.js';
import { sumUp } from './reports/sum-up.js';

/** A backend as one function. */
export interface App {
  fetch(request: Request): Promise<Response>;
  /**
   * Forgets what nobody can ask for any more: the saved answers of activities that ended more than 30 days ago. Answers
   * how many there were. To be called now and then, by one copy or by all.
   */
  purge(): Promise<number>;
  /**
   * Gives committed draws their places in the public log, and answers how many there were. To be called every second
   * or so, by one copy or by all.
   */
  seal(): Promise<number>;
  /**
   * Adds new events to the sums that reports are read from, for two seconds at most; answers whether none is left. A
   * report does so too: called every few seconds, by one copy or by all, it has nothing left to do.
   */
  sumUp(): Promise<boolean>;
  /** Freezes the lists of raffles and draws their winners when it is time; answers how many steps were made. To be called every few seconds, by one copy or by all. */
  raffle(): Promise<number>;
  /** Sends what the webhook waits for, and answers how many messages arrived. To be called every second or so, by one copy or by all. */
  deliver(): Promise<number>;
  /** Forgets personal data and events that were kept long enough, and answers how many rows. To be called once a day or more often. */
  forget(retention: Retention): Promise<{ people: number; events: number }>;
}

const SUM_MS = 2000;

const patternOf = (path: string) => path.replace(/\{(\w+)\}/g, ':$1');

/** `/v1/...` and its endpoints, one for each method. */
function byPath(endpoints: readonly Endpoint[]): Map<string, Endpoint[]> {
  const paths = new Map<string, Endpoint[]>();
  for (const endpoint of endpoints) paths.set(endpoint.path, [...(paths.get(endpoint.path) ?? []), endpoint]);
  return paths;
}

/**
 * Creates the backend over a store. It has no timers and, but for a second's memory of who may call, no state beside
 * the store's, so any number of copies may stand behind a balancer.
 */
export function createApp(options: AppOptions): App {
  const { env, clock } = environmentOf(options);
  const pipeline = createPipeline(env, options.logger);
  const router = new Hono();

  for (const [path, endpoints] of byPath(endpointsOf(clock))) {
    const pattern = patternOf(path);
    for (const endpoint of endpoints)
      router.on(endpoint.method, pattern, ({ req }) => pipeline.answer(endpoint, req.raw, req.param()));
    router.options(pattern, ({ req }) => pipeline.preflight(endpoints, req.raw, req.param()));
    const allow = [...endpoints.map(({ method }) => method), 'OPTIONS'].join(', ');
    router.all(pattern, ({ req }) =>
      pipeline.refuse(
        new Refusal('method_not_allowed', { headers: { Allow: allow } }),
        req.raw,
        endpoints[0],
      ),
    );
  }
  router.notFound(({ req }) => pipeline.refuse(new Refusal('not_found'), req.raw));

  return {
    fetch: async (request) => router.fetch(request),
    purge: () => purgeAnswers(env.store, env.now()),
    raffle: () => runRaffles(env),
    seal: () => sealAll(env.store),
    sumUp: () => sumUp(env.store, SUM_MS),
    deliver: () => deliverMessages(env),
    forget: (retention) => forgetOld(env.store, checkRetention(retention), env.now()),
  };
}
