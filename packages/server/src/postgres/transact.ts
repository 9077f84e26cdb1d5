// One effect, one transaction. The loser of a deadlock or a serialization failure runs again, a few times.
import type { Kysely, Transaction } from 'kysely';
import { isConflict, translate } from './failures.js';
import type { Tables } from './tables.js';

const ATTEMPTS = 5;

/** Runs `work` in a transaction. It may run more than once, so it must have no effect outside it. */
export async function transact<T>(
  db: Kysely<Tables>,
  work: (trx: Transaction<Tables>) => Promise<T>,
): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await db.transaction().execute(work);
    } catch (error) {
      if (!isConflict(error) || attempt === ATTEMPTS) throw translate(error);
      await pause(attempt);
    }
  }
}

/** Runs `work` over one snapshot in which nothing can be written. */
export async function snapshot<T>(
  db: Kysely<Tables>,
  work: (trx: Transaction<Tables>) => Promise<T>,
): Promise<T> {
  const reading = db.transaction().setIsolationLevel('repeatable read').setAccessMode('read only');
  try {
    return await reading.execute(work);
  } catch (error) {
    throw translate(error);
  }
}

/** Full jitter, so that two transactions that met once do not meet again. */
function pause(attempt: number): Promise<void> {
  const [share = 0] = crypto.getRandomValues(new Uint8Array(1));
  return new Promise((resolve) => setTimeout(resolve, (share / 255) * 5 * 2 ** attempt));
}
