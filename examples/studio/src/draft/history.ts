// Undo and redo. Changes of the same thing that follow each other quickly are one step: a colour is dragged.

export interface History<Value> {
  past: readonly Value[];
  now: Value;
  future: readonly Value[];
  /** What the last step changed, and when (ms). */
  last?: { what: string; at: number };
}

const TOGETHER_MS = 800;
const LONGEST = 200;

export const begin = <Value>(now: Value): History<Value> => ({ past: [], now, future: [] });

export function change<Value>(
  history: History<Value>,
  next: Value,
  what: string,
  at: number,
): History<Value> {
  const isSame = history.last?.what === what && at - history.last.at < TOGETHER_MS;
  const past = isSame ? history.past : [...history.past, history.now].slice(-LONGEST);
  return { past, now: next, future: [], last: { what, at } };
}

export function undo<Value>({ past, now, future }: History<Value>): History<Value> {
  const before = past.at(-1);
  if (before === undefined) return { past, now, future };
  return { past: past.slice(0, -1), now: before, future: [now, ...future] };
}

export function redo<Value>({ past, now, future }: History<Value>): History<Value> {
  const [next, ...rest] = future;
  if (next === undefined) return { past, now, future };
  return { past: [...past, now], now: next, future: rest };
}
