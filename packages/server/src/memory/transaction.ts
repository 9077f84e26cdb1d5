// What can be written to the memory store's tables. The store runs one transaction at a time, so locks are free.
import type { Owner, Transaction } from '../store.js';
import { writeCheckins } from './checkin.js';
import { writeEvents } from './events.js';
import { writeFairness } from './fairness.js';
import { writeGuards } from './guard.js';
import { writeInvites } from './invite.js';
import { writeClaims, writeLedger } from './ledger.js';
import { writeOperations } from './operations.js';
import { writeRaffles } from './raffle.js';
import { createReader } from './reader.js';
import { keyOf, ownerKey, type Tables } from './tables.js';
import { writeTasks } from './tasks.js';

const WINNERS_KEPT = 100;

/** A transaction over the tables. */
export function createTransaction(tables: Tables): Transaction {
  const reader = createReader(tables);
  const count = (activity: string, change: Partial<Record<'participants' | 'draws' | 'awards', number>>) => {
    const sums = tables.counters.get(activity) ?? { participants: 0, draws: 0, awards: 0 };
    tables.counters.set(activity, {
      participants: sums.participants + (change.participants ?? 0),
      draws: sums.draws + (change.draws ?? 0),
      awards: sums.awards + (change.awards ?? 0),
    });
  };
  const addChances = (owner: Owner, granted: number, used: number) => {
    const key = ownerKey(owner);
    const before = tables.chances.get(key) ?? { granted: 0, used: 0 };
    tables.chances.set(key, { granted: before.granted + granted, used: before.used + used });
  };

  return {
    ...reader,
    ...writeInvites(tables),
    ...writeCheckins(tables),
    ...writeTasks(tables),
    ...writeLedger(tables),
    ...writeClaims(tables),
    ...writeGuards(tables),
    ...writeEvents(tables),
    ...writeFairness(tables),
    ...writeRaffles(tables),
    ...writeOperations(tables),
    // Reports are read from the events themselves.
    sumUpEvents: async () => true,
    foresee: async () => {},
    tryLock: async () => true,
    lockParticipant: reader.participant,

    async saveActivity(definition, expected, at, saltKey = '') {
      const { id } = definition;
      const before = tables.activities.get(id);
      if ((before?.version ?? 0) !== expected) return null;
      const version = expected + 1;
      const salt_key = before?.salt_key ?? saltKey;
      tables.activities.set(id, { id, version, definition, updated_at: at, salt_key });
      tables.versions.set(keyOf(id, version), definition);
      return version;
    },
    async openEpoch(activity, epoch) {
      const before = tables.epochs.get(activity) ?? [];
      const closed = before.map((old) => ({ ...old, closed_at: old.closed_at ?? epoch.opened_at }));
      tables.epochs.set(activity, [...closed, epoch]);
    },
    async setStock(activity, prize, total) {
      const key = keyOf(activity, prize);
      const awarded = tables.stock.get(key)?.awarded ?? 0;
      tables.stock.set(key, { prize, total, left: Math.max(0, total - awarded), awarded });
    },

    async addParticipant(participant) {
      const { activity, id, invite_code, secret_hash } = participant;
      const key = keyOf(activity, id);
      if (tables.participants.get(key)) return false;
      const codeKey = keyOf(activity, invite_code);
      if (tables.inviteCodes.get(codeKey)) throw new Error('[fanfare/server] invite code is taken');
      tables.participants.set(key, participant);
      tables.inviteCodes.set(codeKey, key);
      if (secret_hash) tables.secrets.set(keyOf(activity, secret_hash), key);
      count(activity, { participants: 1 });
      return true;
    },
    async updateParticipant(owner, change) {
      const before = tables.participants.get(ownerKey(owner));
      if (before) tables.participants.set(ownerKey(owner), { ...before, ...change });
    },

    async addGrant(grant) {
      const key = ownerKey(grant);
      const before = tables.grants.get(key) ?? [];
      if (before.some((one) => one.rule === grant.rule && one.occurrence === grant.occurrence)) return false;
      tables.grants.set(key, [...before, grant]);
      addChances(grant, grant.chances, 0);
      return true;
    },
    async useChance(owner) {
      const { granted, used } = await reader.chances(owner);
      if (used >= granted) return false;
      addChances(owner, 0, 1);
      return true;
    },
    async addFact(fact) {
      const key = keyOf(fact.activity, fact.id);
      if (tables.facts.get(key)) return false;
      tables.facts.set(key, fact);
      tables.factNames.set(ownerKey(fact), [...(tables.factNames.get(ownerKey(fact)) ?? []), fact.name]);
      return true;
    },

    async nextNonce(owner, epoch) {
      const key = keyOf(owner.activity, owner.participant, epoch);
      const nonce = (tables.nonces.get(key) ?? 0) + 1;
      tables.nonces.set(key, nonce);
      return nonce;
    },
    async addDraw(draw, day) {
      const key = keyOf(draw.activity, draw.id);
      tables.draws.set(key, draw);
      tables.unsealed.set(key, { activity: draw.activity, draw: draw.id });
      const days = tables.drawDays.get(ownerKey(draw)) ?? {};
      tables.drawDays.set(ownerKey(draw), { ...days, [day]: (days[day] ?? 0) + 1 });
      count(draw.activity, { draws: 1 });
    },
    async addReward(reward) {
      tables.rewards.set(ownerKey(reward), [reward, ...(tables.rewards.get(ownerKey(reward)) ?? [])]);
      count(reward.activity, { awards: 1 });
      if (reward.source !== 'draw') return;
      const winners = [reward, ...(tables.winners.get(reward.activity) ?? [])];
      tables.winners.set(reward.activity, winners.slice(0, WINNERS_KEPT));
    },
    async saveAnswer(answer) {
      const key = keyOf(answer.activity, answer.participant, answer.route, answer.key);
      if (tables.answers.get(key)) throw new Error('[fanfare/server] key has an answer already');
      tables.answers.set(key, answer);
      tables.answersOf.set(ownerKey(answer), [...(tables.answersOf.get(ownerKey(answer)) ?? []), key]);
    },
    async purgeAnswers(activity, before, limit) {
      const old = tables.answers
        .entries()
        .filter(([, answer]) => answer.activity === activity && answer.at < before)
        .slice(0, limit);
      for (const [key, answer] of old) {
        tables.answers.delete(key);
        const left = (tables.answersOf.get(ownerKey(answer)) ?? []).filter((one) => one !== key);
        tables.answersOf.set(ownerKey(answer), left);
      }
      return old.length;
    },
    async takeStock(activity, prize, count = 1) {
      const key = keyOf(activity, prize);
      const row = tables.stock.get(key);
      if (!row || row.left < count) return false;
      tables.stock.set(key, { ...row, left: row.left - count, awarded: row.awarded + count });
      return true;
    },

    async addCodes(activity, codes) {
      const fresh = [...new Set(codes)].filter(
        (code) => tables.codes.get(keyOf(activity, code)) === undefined,
      );
      for (const code of fresh) tables.codes.set(keyOf(activity, code), null);
      return fresh.length;
    },
    async useCode(owner, code) {
      const key = keyOf(owner.activity, code);
      const user = tables.codes.get(key);
      if (user === undefined) return 'unknown';
      if (user !== null) return 'used_before';
      tables.codes.set(key, owner.participant);
      return 'used_now';
    },

    async absorb(activity, guest, member) {
      const from: Owner = { activity, participant: guest };
      const to: Owner = { activity, participant: member };
      const [fromKey, toKey] = [ownerKey(from), ownerKey(to)];

      const moved = (tables.rewards.get(fromKey) ?? []).map((reward) => ({ ...reward, participant: member }));
      const rewards = [...moved, ...(tables.rewards.get(toKey) ?? [])];
      tables.rewards.set(
        toKey,
        rewards.sort((a, b) => (a.at < b.at ? 1 : a.at > b.at ? -1 : 0)),
      );
      tables.rewards.delete(fromKey);

      for (const key of tables.answersOf.get(fromKey) ?? []) {
        const answer = tables.answers.get(key)!;
        const target = keyOf(activity, member, answer.route, answer.key);
        tables.answers.delete(key);
        if (tables.answers.get(target)) continue;
        tables.answers.set(target, { ...answer, participant: member });
        tables.answersOf.set(toKey, [...(tables.answersOf.get(toKey) ?? []), target]);
      }
      tables.answersOf.delete(fromKey);

      addChances(to, 0, (await reader.chances(from)).used);
      tables.chances.delete(fromKey);
      tables.grants.delete(fromKey);
      const days = { ...tables.drawDays.get(toKey) };
      for (const [day, draws] of Object.entries(tables.drawDays.get(fromKey) ?? {}))
        days[day] = (days[day] ?? 0) + draws;
      tables.drawDays.set(toKey, days);
      tables.drawDays.delete(fromKey);

      const before = tables.participants.get(fromKey);
      if (before) tables.participants.set(fromKey, { ...before, linked_to: member });
      count(activity, { participants: -1 });
    },
  };
}
