// Checks what a backend answered against the protocol; unknown fields are dropped, so that nothing unexpected is
// ever rendered. Loaded on the first request.
import type { AnsweredRoute, AnswerOf, Route } from '@fanfare/protocol';
import { answers } from '@fanfare/protocol/answers';
import * as z from 'zod/mini';
import type { Result } from './transport/transport.js';

// zod's own code generation is stopped by a strict CSP; without this it would first try, and be reported.
z.config({ jitless: true });

export function parseAnswer<Name extends AnsweredRoute>(
  route: Route<Name>,
  data: unknown,
  etag: string | undefined,
): Result<AnswerOf<Name>> {
  const parsed = z.safeParse(answers[route.name], data);
  if (parsed.success) return { ok: true, value: parsed.data as AnswerOf<Name>, etag };
  const [issue] = parsed.error.issues;
  const message = `${route.name} answered with a wrong "${issue?.path.join('.')}": ${issue?.message}`;
  return { ok: false, failure: { code: 'bad_answer', retryable: false, message } };
}
