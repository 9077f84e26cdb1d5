// What a key tells of time. In a file of its own, because only the part that sends asks.
import type { Priority } from './row.js';

/** Unix ms at which the event of a key happened: the first 48 bits of a UUIDv7. */
export const timeOf = (key: string): number => Number.parseInt(key.slice(1, 9) + key.slice(10, 14), 16);

/** The smallest key of a priority from a moment on. */
export const keyFrom = (priority: Priority, time: number): string => {
  const hex = Math.max(0, Math.floor(time)).toString(16).padStart(12, '0');
  return `${priority}${hex.slice(0, 8)}-${hex.slice(8)}`;
};
