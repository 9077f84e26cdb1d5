// The memory store's tables and how their keys are made.
import type { Definition } from '@fanfare/protocol';
import type {
  ChanceCount,
  LogHead,
  Owner,
  SavedAnswer,
  StoredActivity,
  StoredDraw,
  StoredEntry,
  StoredEpoch,
  StoredEvent,
  StoredFact,
  StoredGrant,
  StoredMessage,
  StoredParticipant,
  StoredRaffle,
  StoredReward,
  StoredStock,
} from '../store.js';
import { createCheckinTables } from './checkin.tables.js';
import { createInviteTables } from './invite.tables.js';
import { type Journal, Table } from './table.js';

/** One key of several parts; no part can imitate two. */
export const keyOf = (...parts: (string | number)[]): string => JSON.stringify(parts);

/** The key of what belongs to one participant. */
export const ownerKey = (owner: Owner): string => keyOf(owner.activity, owner.participant);

export function createTables(journal: Journal) {
  const table = <Row>() => new Table<Row>(journal);
  return {
    activities: table<Omit<StoredActivity, 'epoch'>>(),
    versions: table<Definition>(),
    /** Newest last, by activity. */
    epochs: table<readonly StoredEpoch[]>(),
    participants: table<StoredParticipant>(),
    /** Owner keys by secret hash and by invite code. */
    secrets: table<string>(),
    inviteCodes: table<string>(),
    chances: table<ChanceCount>(),
    /** Oldest first, by owner. */
    grants: table<readonly StoredGrant[]>(),
    facts: table<StoredFact>(),
    nonces: table<number>(),
    draws: table<StoredDraw>(),
    /** Draws without a place in the log. */
    unsealed: table<{ activity: string; draw: string }>(),
    /** Entries of the log by their place, places by draw, and the newest entry. */
    sealed: table<LogHead & { draw: string }>(),
    sealedPlaces: table<number>(),
    logHeads: table<LogHead>(),
    raffles: table<StoredRaffle>(),
    /** In the order of their hashes, by raffle. */
    raffleEntries: table<readonly StoredEntry[]>(),
    drawDays: table<Record<string, number>>(),
    /** Newest first, by owner. */
    rewards: table<readonly StoredReward[]>(),
    /** The newest draw rewards with their first owner, by activity. */
    winners: table<readonly StoredReward[]>(),
    answers: table<SavedAnswer>(),
    /** Keys of saved answers, by owner. */
    answersOf: table<readonly string[]>(),
    stock: table<StoredStock>(),
    counters: table<{ participants: number; draws: number; awards: number }>(),
    /** Who used a code, or null, by code. */
    codes: table<string | null>(),
    events: table<StoredEvent>(),
    sinks: table<{ cursor: string; owner: string; until: number }>(),
    outbox: table<StoredMessage>(),
    ...createInviteTables(journal),
    ...createCheckinTables(journal),
  };
}

export type Tables = ReturnType<typeof createTables>;
