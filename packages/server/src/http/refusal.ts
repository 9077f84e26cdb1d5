// A request that is refused by the rules: thrown anywhere below a route, answered as a problem.
import { codes, type FieldProblem, type Problem, type ProblemCode } from '@fanfare/protocol';

interface RefusalOptions {
  /** A sentence about this very request. */
  detail?: string;
  /** Fields that are wrong, each with a pointer. */
  errors?: FieldProblem[];
  /** Seconds; 429 and 503 always carry some. */
  retryAfter?: number;
  headers?: Record<string, string>;
  /** What a batch may hold, where it holds more. */
  limits?: Pick<Problem, 'max_bytes' | 'max_events'>;
}

/** Ends a request with a protocol code; thrown inside a transaction it rolls everything back. */
export class Refusal extends Error {
  override name = 'Refusal';
  constructor(
    readonly code: ProblemCode,
    readonly options: RefusalOptions = {},
  ) {
    super(options.detail ?? codes[code].title);
  }
}

/** Throws a {@link Refusal}. */
export function refuse(code: ProblemCode, options?: RefusalOptions): never {
  throw new Refusal(code, options);
}

/** The problem document of a refusal. */
export function problemOf({ code, options }: Refusal, requestId: string): Problem {
  const { status, retryable, title } = codes[code];
  return {
    type: `urn:fanfare:problem:${code}`,
    title,
    status,
    code,
    retryable,
    ...(options.detail && { detail: options.detail }),
    request_id: requestId,
    ...(options.errors && { errors: options.errors }),
    ...options.limits,
  };
}

/** `Retry-After` for a refusal, where it needs one. */
export function retryAfterOf({ code, options }: Refusal): Record<string, string> {
  const { status } = codes[code];
  const seconds = options.retryAfter ?? (status === 429 || status === 503 ? 1 : undefined);
  return seconds === undefined ? {} : { 'Retry-After': String(seconds) };
}
