// The store's part against abuse: how often something happened within a window, and which solutions were used.

/** What is counted. */
export interface Hit {
  activity: string;
  /** Which limit, as one text. */
  guard: string;
  /** Whose doing: a participant, an inviter, the hash of a network. */
  subject: string;
  /** The window's first moment (unix ms). */
  window: number;
}

/** What may be done against abuse. */
export interface GuardTransaction {
  /**
   * Counts a hit and answers how many the window has with it. Those of transactions that still run may be missing:
   * a limit is a signal, and no row of it is ever waited for. Older windows of the subject are forgotten.
   */
  countHit(hit: Hit): Promise<number>;
  /** Uses a challenge's solution up, by its hash; false when it was used before. */
  useSolution(activity: string, hash: string, at: number): Promise<boolean>;
}
