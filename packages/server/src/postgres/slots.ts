// The verbs of transactions, made once and used by one transaction after another: making some hundred closures for
// each costs more than a draw's own work.
import { Kysely, PostgresDialect, type PostgresPoolClient } from 'kysely';
import type { Reader, Transaction } from '../store.js';
import type { KnownVersions } from './foreseen.js';
import type { Tables } from './tables.js';
import { createReader, createTransaction } from './transaction.js';

/** Verbs over the connection that is set. */
export interface Slot {
  reader: Reader;
  tx: Transaction;
  /** Begins with a connection. */
  begin(client: PostgresPoolClient): void;
  /** Writes what is held back; before the commit. */
  finish(): Promise<void>;
  /** Lets go of the connection: whoever still calls a verb gets an error. */
  end(): void;
}

function createSlot(known: KnownVersions): Slot {
  let client: PostgresPoolClient | null = null;
  // kysely declares a cursor form of `query` too, which it never uses without a cursor class.
  const query = (async (sql: string, parameters: unknown[]) => {
    if (!client) throw new Error('[fanfare/server] the transaction is over.');
    return client.query(sql, parameters);
  }) as unknown as PostgresPoolClient['query'];
  const connection: PostgresPoolClient = { query, release: () => {} };
  const pool = { connect: async () => connection, end: async () => {} };
  const db = new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) });
  const { tx, begin, finish } = createTransaction(db, known, (sql, parameters) =>
    connection.query(sql, parameters),
  );
  return {
    reader: createReader(db),
    tx,
    begin(next) {
      client = next;
      begin();
    },
    finish,
    end() {
      client = null;
    },
  };
}

/** Slots that wait for their next transaction. */
export interface Slots {
  take(): Slot;
  /** Takes a slot back. Not that of a failed transaction: a verb of it may still be on its way. */
  give(slot: Slot): void;
}

/** Starts without a slot. */
export function createSlots(): Slots {
  const known: KnownVersions = new Map();
  const free: Slot[] = [];
  return {
    take: () => free.pop() ?? createSlot(known),
    give: (slot) => void free.push(slot),
  };
}
