// Calls with parsed answers. Failures are data: the reducer gets a code, nothing throws.
import type { Route } from '@fanfare/protocol';
import * as z from 'zod/mini';
import type { Environment } from './environment.js';
import { sendWithRetry } from './transport/retry.js';
import type { Failure, Transport } from './transport/transport.js';

// zod's own code generation is stopped by a strict CSP; without this it would first try and be reported.
z.config({ jitless: true });

export type Result<T> =
  | { ok: true; value: T; etag?: string | undefined; unchanged?: boolean }
  | { ok: false; failure: Failure };

export interface CallOptions<Schema extends z.ZodMiniType> {
  /** What the answer must be; unknown fields are dropped. */
  output: Schema;
  params?: Record<string, string>;
  query?: Record<string, string>;
  body?: unknown;
  key?: string;
  token?: string | undefined;
  etag?: string | undefined;
  signal?: AbortSignal;
  /** Attempts in all; the default of the transport otherwise. */
  attempts?: number;
}

export async function callRoute<Schema extends z.ZodMiniType>(
  transport: Transport,
  environment: Pick<Environment, 'random' | 'after'>,
  route: Route,
  { output, params = {}, signal = new AbortController().signal, attempts, ...rest }: CallOptions<Schema>,
): Promise<Result<z.output<Schema>>> {
  const answer = await sendWithRetry(
    transport,
    { route, params, signal, ...rest },
    { environment, ...(attempts && { attempts }) },
  );
  if (!answer.ok) return answer;
  if (answer.unchanged)
    return { ok: true, value: undefined as z.output<Schema>, etag: answer.etag, unchanged: true };
  const parsed = z.safeParse(output, answer.data);
  if (parsed.success) return { ok: true, value: parsed.data, etag: answer.etag };
  const [issue] = parsed.error.issues;
  const where = issue?.path.join('.') ?? '';
  return {
    ok: false,
    failure: {
      code: 'bad_answer',
      retryable: false,
      message: `${route.name} answered with a wrong "${where}": ${issue?.message}`,
    },
  };
}
