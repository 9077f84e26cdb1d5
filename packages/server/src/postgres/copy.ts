// COPY as a statement like any other: `copy ... from stdin` with its rows, as text, for the one parameter. SQL knows
// no parameters there, so nothing else can be meant.
import type pg from 'pg';
import type { Answer } from './client.js';

const FROM_STDIN = /^copy .* from stdin$/s;

/** Whether a statement's parameter is the rows of a COPY. */
export const isCopy = (sql: string): boolean => FROM_STDIN.test(sql);

/** What node-postgres has for it, and its types leave out. */
interface CopyConnection {
  query(sql: string): void;
  sendCopyFromChunk(rows: Buffer): void;
  endCopyFrom(): void;
}

const ignore = () => {};

/** Sends the rows over a connection of node-postgres, by a query of our own kind. */
export function copyIn(client: pg.ClientBase, sql: string, rows: string): Promise<Answer> {
  return new Promise((resolve, reject) => {
    let rowCount = 0;
    const query = {
      submit: (connection: CopyConnection) => connection.query(sql),
      handleCopyInResponse(connection: CopyConnection) {
        connection.sendCopyFromChunk(Buffer.from(rows));
        connection.endCopyFrom();
      },
      handleCommandComplete({ text }: { text: string }) {
        rowCount = Number(text.split(' ')[1]);
      },
      // The connection is free again only when it says so; one that is lost never will.
      handleError: reject,
      handleReadyForQuery: () => resolve({ command: 'COPY', rowCount, rows: [] }),
      handleRowDescription: ignore,
      handleDataRow: ignore,
      handleEmptyQuery: ignore,
      handlePortalSuspended: ignore,
    };
    client.query(query as unknown as pg.Submittable);
  });
}

const ESCAPED: Record<string, string> = { '\\': '\\\\', '\n': '\\n', '\r': '\\r', '\t': '\\t' };
const HAS_SPECIAL = /[\\\n\r\t]/;

/** A text, or null, as a field of COPY; numbers and booleans are theirs already. */
export function copyField(value: string | null): string {
  if (value === null) return '\\N';
  return HAS_SPECIAL.test(value) ? value.replace(/[\\\n\r\t]/g, (one) => ESCAPED[one]!) : value;
}
