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
