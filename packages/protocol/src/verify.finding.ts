// What a verifier says: every problem by name, with where it was found.

/** Names of problems. */
export type FindingCode =
  /** The epoch's commitment is not the one that was published before. */
  | 'commitment_changed'
  /** A draw of an epoch that was never committed to. */
  | 'epoch_unknown'
  /** The revealed seed is not the committed one. */
  | 'seed_wrong'
  /** The published rules are not the committed ones: odds were changed without a new epoch. */
  | 'rules_changed'
  /** The draw was not made while its epoch was open. */
  | 'outside_epoch'
  /** Entries are gone. */
  | 'entry_missing'
  /** An entry stands where another belongs. */
  | 'entry_misplaced'
  /** An entry, or one before it, is not what was sealed. */
  | 'chain_broken'
  /** The log does not end where it says it does, or where it did before. */
  | 'head_differs'
  /** The same draw stands in the log twice. */
  | 'draw_repeated'
  /** Seed, client seed and odds give another prize. */
  | 'pick_wrong'
  /** What was given is not what was picked. */
  | 'prize_wrong'
  /** A prize was kept back although some were left. */
  | 'prize_withheld'
  /** A prize was given more often than there were. */
  | 'prize_oversold'
  /** The entry is not what the participant was told. */
  | 'draw_differs'
  /** The entry is somebody else's. */
  | 'participant_wrong'
  /** The draw does not stand in the log. */
  | 'draw_missing';

/** One problem. */
export interface Finding {
  code: FindingCode;
  /** What is wrong, in a sentence. */
  detail: string;
  epoch?: number;
  /** The entry's place in the log. */
  sequence?: number;
  /** The draw's id. */
  draw?: string;
}
