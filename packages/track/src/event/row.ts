/** 0 is never dropped for another event; 2 goes first. */
export type Priority = 0 | 1 | 2;

/** One event as it is kept: written once as JSON when it happens, and never parsed again on its way out. */
export interface Row {
  /** Priority and id: sorts as events are to be sent. */
  readonly key: string;
  /** The event as it travels. */
  readonly json: string;
  /** What was true around it, as JSON: most events of a batch share it. */
  readonly context: string;
}

export const idOf = (key: string): string => key.slice(1);

/** Unix ms at which the event of a key happened: the first 48 bits of a UUIDv7. */
export const timeOf = (key: string): number => Number.parseInt(key.slice(1, 9) + key.slice(10, 14), 16);

/** The smallest key of a priority from a moment on. */
export const keyFrom = (priority: Priority, time: number): string => {
  const hex = Math.max(0, Math.floor(time)).toString(16).padStart(12, '0');
  return `${priority}${hex.slice(0, 8)}-${hex.slice(8)}`;
};
