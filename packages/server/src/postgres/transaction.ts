// A transaction of the store over one of the database: every table's part in one object.
import type { Kysely } from 'kysely';
import type { Reader, Transaction } from '../store.js';
import { writeLinks } from './absorb.js';
import { readActivities, writeActivities } from './activities.js';
import { readAnswers, writeAnswers } from './answers.js';
import { readChances, writeChances } from './chances.js';
import { writeCodes } from './codes.js';
import { readCounters } from './counters.js';
import { readDraws, writeDraws } from './draws.js';
import { readFacts, writeFacts } from './facts.js';
import { readParticipants, writeParticipants } from './participants.js';
import { readRewards, writeRewards } from './rewards.js';
import { readStock, writeStock } from './stock.js';
import type { Tables } from './tables.js';

/** Everything that may be read. */
export const createReader = (db: Kysely<Tables>): Reader => ({
  ...readActivities(db),
  ...readParticipants(db),
  ...readChances(db),
  ...readDraws(db),
  ...readRewards(db),
  ...readFacts(db),
  ...readAnswers(db),
  ...readStock(db),
  ...readCounters(db),
});

/** Everything that may be read and done. */
export const createTransaction = (db: Kysely<Tables>): Transaction => ({
  ...createReader(db),
  ...writeAnswers(db),
  ...writeParticipants(db),
  ...writeActivities(db),
  ...writeStock(db),
  ...writeChances(db),
  ...writeFacts(db),
  ...writeDraws(db),
  ...writeRewards(db),
  ...writeCodes(db),
  ...writeLinks(db),
});
