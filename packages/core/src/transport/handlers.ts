// A company's own API as a transport: one function per route, no HTTP to fake.
import type { Input, Output, RouteName } from '@fanfare/protocol';
import { type Answer, failed, type Transport } from './transport.js';

/** What a handler is given. */
export interface HandlerCall<Name extends RouteName> {
  input: Input<Name>;
  params: Record<string, string>;
  query: Record<string, string>;
  /** Idempotency key of the intent; hand it on, so that a retry has one effect. */
  key: string | undefined;
  /** Solution of a challenge, after a `challenge_required`. */
  solution: string | undefined;
  token: string | undefined;
  signal: AbortSignal;
}

/** Functions by route name. Throw or return a rejected promise to fail; give the error a protocol `code` to say why. */
export type Handlers = {
  [Name in RouteName]?: (call: HandlerCall<Name>) => Promise<Output<Name>> | Output<Name>;
};

/**
 * Makes a transport of functions. Capabilities follow from the keys that are present; a route without a function
 * answers `unsupported`, and widgets leave the part out that needs it.
 */
export function createTransport(handlers: Handlers): Transport {
  return {
    routes: Object.keys(handlers),
    async send({ route, params, query = {}, body = {}, key, solution, token, signal }): Promise<Answer> {
      const handler = handlers[route.name as RouteName] as
        | ((call: HandlerCall<RouteName>) => unknown)
        | undefined;
      if (!handler) return failed('unsupported', false, `this transport has no "${route.name}"`);
      try {
        const data = await handler({
          input: body as Input<RouteName>,
          params,
          query,
          key,
          solution,
          token,
          signal,
        });
        return { ok: true, data };
      } catch (error) {
        const { code, retryable, message } = Object(error) as {
          code?: unknown;
          retryable?: unknown;
          message?: unknown;
        };
        return failed(
          typeof code === 'string' ? code : 'unavailable',
          typeof retryable === 'boolean' ? retryable : typeof code !== 'string',
          `${route.name}: ${String(message ?? error)}`,
        );
      }
    },
  };
}
