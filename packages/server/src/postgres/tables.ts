// The tables as the queries see them. Rows are the store's own shapes wherever those fit.
import type { Definition, Reward } from '@fanfare/protocol';
import type { ColumnType, Generated } from 'kysely';
import type {
  ChanceCount,
  LogHead,
  Owner,
  SavedAnswer,
  StoredDraw,
  StoredEntry,
  StoredEpoch,
  StoredEvent,
  StoredFact,
  StoredGrant,
  StoredMessage,
  StoredParticipant,
  StoredRaffle,
} from '../store.js';
import type { CheckinTables } from './checkin.tables.js';
import type { InviteTables } from './invite.tables.js';

/** A `json` column: read as a value, written as text. (pg would write an array as an SQL array.) */
type Json<T> = ColumnType<T, string, string>;

interface ActivityRow {
  id: string;
  /** The newest version. */
  version: number;
  salt_key: Generated<string>;
}

interface ActivityVersionRow {
  activity: string;
  version: number;
  definition: Json<Definition>;
  updated_at: number;
}

interface EpochRow extends StoredEpoch {
  activity: string;
}

interface ParticipantRow extends Omit<StoredParticipant, 'revisions'> {
  revisions: Json<Record<string, number>>;
}

interface GrantRow extends StoredGrant {
  /** Order of insertion, for what happened in the same millisecond. */
  seq: Generated<number>;
}

interface RewardRow extends Owner {
  id: string;
  prize: string;
  source: Reward['source'];
  receipt: string;
  /** Unix ms of `body.at`, to sort by. */
  at: number;
  /** The reward as the protocol shows it. */
  body: Json<Reward>;
  seq: Generated<number>;
}

interface StockRow {
  activity: string;
  prize: string;
  total: number;
  stock_left: number;
  awarded: Generated<number>;
}

interface CodeRow {
  activity: string;
  code: string;
  used_by: string | null;
  used_at: number | null;
}

interface CounterRow {
  activity: string;
  bucket: number;
  participants: Generated<number>;
  draws: Generated<number>;
  awards: Generated<number>;
}

/** Every table, in the schema `fanfare`, so that a database can be shared with the host's own tables. */
export interface Tables extends InviteTables, CheckinTables {
  'fanfare.activities': ActivityRow;
  'fanfare.activity_versions': ActivityVersionRow;
  'fanfare.epochs': EpochRow;
  'fanfare.participants': ParticipantRow;
  'fanfare.chances': Owner & ChanceCount;
  'fanfare.grants': GrantRow;
  'fanfare.facts': StoredFact;
  'fanfare.nonces': Owner & { epoch: number; nonce: number };
  'fanfare.draws': StoredDraw;
  'fanfare.unsealed_draws': { activity: string; draw: string };
  'fanfare.sealed_draws': LogHead & { activity: string; draw: string };
  'fanfare.raffles': Omit<StoredRaffle, 'winners'> & { winners: Json<StoredRaffle['winners']> };
  'fanfare.raffle_entries': StoredEntry & { activity: string; raffle: string };
  'fanfare.draw_days': Owner & { day: string; draws: number };
  'fanfare.rewards': RewardRow;
  'fanfare.saved_answers': SavedAnswer;
  'fanfare.stock': StockRow;
  'fanfare.codes': CodeRow;
  'fanfare.counters': CounterRow;
  'fanfare.events': StoredEvent;
  'fanfare.outbox': StoredMessage;
}
