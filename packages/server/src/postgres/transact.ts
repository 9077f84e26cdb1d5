// One effect, one transaction. The loser of a deadlock or a serialization failure runs again, a few times.
import type { PostgresPool } from 'kysely';
import type { Reader, Transaction } from '../store.js';
import { isConflict, translate } from './failures.js';
import type { Slot, Slots } from './slots.js';

const ATTEMPTS = 5;

/** What transactions run on. */
export interface Ground {
  pool: PostgresPool;
  slots: Slots;
}

async function run<T>({ pool, slots }: Ground, begin: string, work: (slot: Slot) => Promise<T>): Promise<T> {
  const client = await pool.connect();
  const slot = slots.take();
  try {
    slot.begin(client);
    await client.query(begin, []);
    const result = await work(slot);
    await client.query('commit', []);
    slots.give(slot);
    return result;
  } catch (error) {
    // Of a connection that is lost nothing is left to roll back.
    await client.query('rollback', []).catch(() => {});
    throw error;
  } finally {
    slot.end();
    client.release();
  }
}

/** Runs `work` in a transaction. It may run more than once, so it must have no effect outside it. */
export async function transact<T>(ground: Ground, work: (tx: Transaction) => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await run(ground, 'begin', async ({ tx, finish }) => {
        const result = await work(tx);
        await finish();
        return result;
      });
    } catch (error) {
      if (!isConflict(error) || attempt === ATTEMPTS) throw translate(error);
      await pause(attempt);
    }
  }
}

/** Runs `work` over one snapshot in which nothing can be written. */
export async function snapshot<T>(ground: Ground, work: (reader: Reader) => Promise<T>): Promise<T> {
  const begin = 'start transaction isolation level repeatable read read only';
  try {
    return await run(ground, begin, ({ reader }) => work(reader));
  } catch (error) {
    throw translate(error);
  }
}

/** Full jitter, so that two transactions that met once do not meet again. */
function pause(attempt: number): Promise<void> {
  const [share = 0] = crypto.getRandomValues(new Uint8Array(1));
  return new Promise((resolve) => setTimeout(resolve, (share / 255) * 5 * 2 ** attempt));
}
