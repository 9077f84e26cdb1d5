// From an answer to a Response: the headers that every answer carries, and the clock's stamp last of all.
import type { Answer } from './answer.js';
import { problemOf, type Refusal, retryAfterOf } from './refusal.js';

/** The answer of a refusal. */
export const answerRefusal = (refusal: Refusal, requestId: string): Answer => {
  const problem = problemOf(refusal, requestId);
  return {
    status: problem.status,
    body: JSON.stringify(problem),
    headers: {
      'Content-Type': 'application/problem+json',
      ...retryAfterOf(refusal),
      ...refusal.options.headers,
    },
  };
};

/** What the pipeline knows of a request when it answers. */
export interface Envelope {
  requestId: string;
  /** The `traceparent` that is answered. */
  trace: string;
  cors: Record<string, string>;
  /** Reads the app's clock (unix ms). */
  now(): number;
}

/**
 * Makes the Response. Only `no-store` answers carry `Fanfare-Time`: a cached stamp would be a wrong clock. It is
 * read here, after all work, so that a page which measures the round trip measures the clock and not the work.
 */
export function toResponse(answer: Answer, { requestId, trace, cors, now }: Envelope): Response {
  const headers: Record<string, string> = {
    'Cache-Control': 'no-store',
    'X-Content-Type-Options': 'nosniff',
    ...answer.headers,
    ...cors,
    'Request-Id': requestId,
    Traceparent: trace,
  };
  if (headers['Cache-Control'] === 'no-store') headers['Fanfare-Time'] = String(now());
  return new Response(answer.body, { status: answer.status, headers });
}
