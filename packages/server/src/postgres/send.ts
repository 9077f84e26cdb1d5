/** Sends one statement of a fixed text over the transaction's connection. */
export type Send = (sql: string, parameters: unknown[]) => Promise<{ rows: unknown[] }>;
