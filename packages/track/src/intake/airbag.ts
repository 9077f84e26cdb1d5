// The last moment of a page: events whose commit is not known to be over are written synchronously, one key each.
// The next page takes them in; the same ids make a second copy harmless.
import type { Row } from '../event/row.js';
import { AIRBAG_BYTES, AIRBAG_EVENTS } from '../limits.js';
import type { Local } from './local.js';

export interface Airbag {
  save(rows: Iterable<Row>): void;
  /** Removes what this page saved: it is on disk now. */
  release(): void;
  /** Keys of everything that any page left in localStorage for the next one. */
  names(): string[];
}

export function createAirbag(local: Local, prefix: string): Airbag {
  const saved = new Set<string>();
  let size = 0;
  return {
    save(rows) {
      for (const { key, json, context } of rows) {
        if (saved.has(key)) continue;
        const text = JSON.stringify([json, context]);
        // localStorage counts UTF-16 units.
        size += 2 * text.length;
        if (saved.size >= AIRBAG_EVENTS || size > AIRBAG_BYTES || !local.write(prefix + key, text)) return;
        saved.add(key);
      }
    },
    release() {
      for (const key of saved) local.remove(prefix + key);
      saved.clear();
      size = 0;
    },
    names: () => local.keys().filter((name) => name.startsWith(prefix)),
  };
}
