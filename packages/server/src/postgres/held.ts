// Writes that wait for each other and go to the database as one statement. None of them needs another one's result.
import type { Send } from './send.js';

/** Writes that are held back. */
export interface Held {
  /** Holds a write: SQL with `${value}` for each parameter. */
  hold(strings: TemplateStringsArray, ...values: unknown[]): void;
  /** Sends what is held as one statement, and answers when it is done. */
  flush(): Promise<void>;
  /** Forgets what is held. */
  clear(): void;
}

/** Starts with nothing held. */
export function createHeld(send: Send): Held {
  let parts: string[] = [];
  let values: unknown[] = [];
  return {
    hold(strings, ...more) {
      const first = values.length + 1;
      parts.push(strings.reduce((text, next, at) => `${text}$${first + at - 1}${next}`));
      values.push(...more);
    },
    clear() {
      [parts, values] = [[], []];
    },
    async flush() {
      if (parts.length === 0) return;
      const last = parts.pop();
      const named = parts.map((part, at) => `w${at} as (${part})`);
      const text = named.length ? `with ${named.join(', ')} ${last}` : last!;
      const parameters = values;
      [parts, values] = [[], []];
      await send(text, parameters);
    },
  };
}
