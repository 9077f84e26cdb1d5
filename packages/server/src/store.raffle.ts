// The store's part for raffles: a list that is frozen once, and what was drawn from it.

/** A raffle whose list is frozen. `(activity, id)` is unique. */
export interface StoredRaffle {
  activity: string;
  id: string;
  /** Unix ms. */
  frozen_at: number;
  entries: number;
  list_hash: string;
  beacon: string;
  round: string;
  /** When the beacon tells the number, unix ms. */
  round_at: number;
  /** The number; null while it is not told. */
  value: string | null;
  /** In the order of the prizes. */
  winners: { entry: string; prize: string }[];
}

/** An entry and whose it is. */
export interface StoredEntry {
  hash: string;
  participant: string;
}

/** What may be read of raffles. */
export interface RaffleReader {
  /** All frozen raffles of an activity. */
  raffles(activity: string): Promise<StoredRaffle[]>;
  /** Up to `limit` entries behind the hash `after`, in the order of their hashes. */
  raffleEntries(activity: string, raffle: string, after: string, limit: number): Promise<StoredEntry[]>;
  /**
   * Who takes part: `everyone` who was seen, whoever has `drawn`, or whoever has a fact of that name. A linked guest
   * counts as its member.
   */
  entrants(activity: string, entry: string): Promise<string[]>;
}

/** What may be done with raffles. */
export interface RaffleTransaction extends RaffleReader {
  /** Freezes a list; throws when the raffle has one. */
  freezeRaffle(raffle: StoredRaffle, entries: readonly StoredEntry[]): Promise<void>;
  /** Keeps number and winners; false when there are some already. */
  finishRaffle(raffle: StoredRaffle): Promise<boolean>;
}
