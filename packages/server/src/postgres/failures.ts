// Which database errors are worth what: run the transaction again, answer "come back later", or a bug.
import { StoreUnavailable } from '../store.js';

// serialization_failure, deadlock_detected, lock_not_available
const CONFLICTS = new Set(['40001', '40P01', '55P03']);

// Class 08 (connection), 57P0x (shutting down, starting up), 53300 (too many connections), 25006 (a standby that
// is not promoted yet), 57014 and 25P03 (a statement or a transaction took too long), and the socket's own errors.
const UNREACHABLE =
  /^(08\w{3}|57P0\d|53300|25006|57014|25P03|ECONN[A-Z]+|EPIPE|ETIMEDOUT|ENOTFOUND|EAI_AGAIN|EHOSTUNREACH|ENETUNREACH)$/;

// What the drivers report without a code.
const LOST =
  /connection terminated|connection error and is not queryable|timeout exceeded when trying to connect|client was closed|driver has already been destroyed|PGlite is clos/i;

/**
 * Whether two transactions got in each other's way (serialization, deadlock, the same key at the same moment): the loser
 * may simply run again.
 */
export function isConflict(error: unknown): boolean {
  return CONFLICTS.has(codeOf(error)) || isSameKey(error);
}

const isSameKey = (error: unknown) =>
  codeOf(error) === '23505' && (error as { constraint?: string }).constraint === 'saved_answers_pkey';

/** Whether the connection was lost or could not be had. */
export function isUnreachable(error: unknown): boolean {
  // Node tries every address of a host and reports all of them.
  if (error instanceof AggregateError) return error.errors.some(isUnreachable);
  return UNREACHABLE.test(codeOf(error)) || (error instanceof Error && LOST.test(error.message));
}

/** The store's own error for a database that cannot be reached; any other error as it is. */
export function translate(error: unknown): unknown {
  if (!isUnreachable(error)) return error;
  return new StoreUnavailable('[fanfare/server] the database cannot be reached; send the request again.', {
    cause: error,
  });
}

function codeOf(error: unknown): string {
  return typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : '';
}
