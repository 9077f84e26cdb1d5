// A transaction of the store over one of the database: every table's part in one object.
import type { Kysely } from 'kysely';
import type { ForesightTransaction } from '../store.foresee.js';
import type { Reader, Transaction } from '../store.js';
import { writeLinks } from './absorb.js';
import { readActivities, writeActivities } from './activities.js';
import { readAnswers, writeAnswers } from './answers.js';
import { readChances, writeChances } from './chances.js';
import { readCheckins, writeCheckins } from './checkins.js';
import { readClaims, writeClaims } from './claims.js';
import { writeCodes } from './codes.js';
import { readCounters } from './counters.js';
import { readDraws, writeDraws } from './draws.js';
import { readEnvelopes, writeEnvelopes } from './envelopes.js';
import { readEvents, writeEvents } from './events.js';
import { readFacts, writeFacts } from './facts.js';
import { readFairness, writeFairness } from './fairness.js';
import { createForesight, type KnownVersions } from './foreseen.js';
import { writeGuards } from './guards.js';
import { readInvites, writeInvites } from './invites.js';
import { readLedger, writeLedger } from './ledger.js';
import { readOperations, writeOperations } from './operations.js';
import { readParticipants, writeParticipants } from './participants.js';
import { readPoints, writePoints } from './points.js';
import { readRaffles, writeRaffles } from './raffles.js';
import { readReports, writeReports } from './reports.js';
import { readRewards, writeRewards } from './rewards.js';
import type { Send } from './send.js';
import { readStock, writeStock } from './stock.js';
import { readSubmissions, writeSubmissions } from './submissions.js';
import type { Tables } from './tables.js';
import { readTierClaims, writeTierClaims } from './tier-claims.js';
import { readUploads, writeUploads } from './uploads.js';

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
  ...readInvites(db),
  ...readTierClaims(db),
  ...readSubmissions(db),
  ...readUploads(db),
  ...readLedger(db),
  ...readEnvelopes(db),
  ...readClaims(db),
  ...readCheckins(db),
  ...readPoints(db),
  ...readEvents(db),
  ...readFairness(db),
  ...readRaffles(db),
  ...readReports(db),
  ...readOperations(db),
});

const writePlain = (db: Kysely<Tables>): Omit<Transaction, keyof ForesightTransaction | keyof Reader> => ({
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
  ...writeInvites(db),
  ...writeTierClaims(db),
  ...writeSubmissions(db),
  ...writeUploads(db),
  ...writeLedger(db),
  ...writeEnvelopes(db),
  ...writeClaims(db),
  ...writeGuards(db),
  ...writeCheckins(db),
  ...writePoints(db),
  ...writeEvents(db),
  ...writeFairness(db),
  ...writeRaffles(db),
  ...writeReports(db),
  ...writeOperations(db),
});

type Verb = (...parameters: unknown[]) => Promise<unknown>;

/** Verbs that let what is held go first. */
const settled = <Verbs extends object>(verbs: Verbs, settle: () => Promise<void>): Verbs =>
  Object.fromEntries(
    Object.entries(verbs).map(([name, verb]) => [
      name,
      async (...parameters: unknown[]) => {
        await settle();
        return (verb as Verb)(...parameters);
      },
    ]),
  ) as Verbs;

/** Everything that may be read and done, from `begin` on; `finish` is to be called before the commit. */
export function createTransaction(
  db: Kysely<Tables>,
  known: KnownVersions,
  send: Send,
): { tx: Transaction; begin(): void; finish(): Promise<void> } {
  const reader = createReader(db);
  const writer = writePlain(db);
  const plain: Transaction = { ...reader, ...writer, foresee: async () => {} };
  const { verbs, begin, settle } = createForesight(send, plain, known);
  const tx: Transaction = {
    ...settled(reader, () => settle(false)),
    ...settled(writer, () => settle(true)),
    ...verbs,
  };
  return { tx, begin, finish: () => settle(true) };
}
