// A map whose changes can be taken back. Rows are never changed in place, only replaced.

/** Steps that undo a transaction's changes, in the order they were made. */
export type Journal = (() => void)[];

/** Rows by key; every change leaves its undo step in the journal. */
export class Table<Row> {
  private rows = new Map<string, Row>();

  constructor(private readonly journal: Journal) {}

  get(key: string): Row | undefined {
    return this.rows.get(key);
  }

  values(): Row[] {
    return [...this.rows.values()];
  }

  set(key: string, row: Row): void {
    const before = this.rows.get(key);
    const had = this.rows.has(key);
    this.journal.push(() => {
      if (had) this.rows.set(key, before as Row);
      else this.rows.delete(key);
    });
    this.rows.set(key, row);
  }

  delete(key: string): void {
    const before = this.rows.get(key);
    if (before === undefined) return;
    this.journal.push(() => this.rows.set(key, before));
    this.rows.delete(key);
  }

  /** A copy of the rows, for a snapshot. */
  entries(): [string, Row][] {
    return [...this.rows];
  }

  /** Replaces all rows; not journaled. */
  load(entries: readonly [string, Row][]): void {
    this.rows = new Map(entries);
  }
}
