// Calls with parsed answers. Failures are data: the reducer gets a code, nothing throws.
import type { AnsweredRoute, AnswerOf, Route } from '@fanfare/protocol';
import type { Environment } from './environment.js';
import { sendWithRetry } from './transport/retry.js';
import type { Result, Transport } from './transport/transport.js';

export type { Result };

export interface CallOptions {
  params?: Record<string, string>;
  query?: Record<string, string>;
  body?: unknown;
  /** Idempotency key: one for each intent of the user, the same on every retry. */
  key?: string;
  /** Solution of the challenge that the backend asked for with `challenge_required`. */
  solution?: string;
  token?: string | undefined;
  etag?: string | undefined;
  signal?: AbortSignal;
  /** Attempts in all; the default is the transport's. */
  attempts?: number;
}

/** Schemas and zod come beside the first request, so that no page waits for them to be drawn. */
const loadParser = () => import('./answer-parser.js');

/** Sends a call and parses what comes back; `undefined` as value means that nothing has changed since `etag`. */
export async function callRoute<Name extends AnsweredRoute>(
  transport: Transport,
  environment: Pick<Environment, 'random' | 'after'>,
  route: Route<Name>,
  { params = {}, signal = new AbortController().signal, attempts, ...rest }: CallOptions,
): Promise<Result<AnswerOf<Name> | undefined>> {
  const parser = loadParser();
  // Its failure matters only once there is something to parse.
  parser.catch(() => {});
  const answer = await sendWithRetry(
    transport,
    { route, params, signal, ...rest },
    { environment, ...(attempts && { attempts }) },
  );
  if (!answer.ok) return answer;
  if (answer.unchanged) return { ok: true, value: undefined, etag: answer.etag };
  try {
    return (await parser).parseAnswer(route, answer.data, answer.etag);
  } catch (error) {
    return {
      ok: false,
      failure: {
        code: 'offline',
        retryable: true,
        message: `a part of Fanfare could not be loaded: ${String(error)}`,
      },
    };
  }
}
