// What can be read from the memory store's tables.
import type { Owner, Reader, StoredParticipant, StoredReward } from '../store.js';
import { readCheckins } from './checkin.js';
import { readEvents } from './events.js';
import { readFairness } from './fairness.js';
import { readInvites } from './invite.js';
import { readClaims, readLedger } from './ledger.js';
import { readOperations } from './operations.js';
import { readRaffles } from './raffle.js';
import { readReports } from './reports.js';
import { keyOf, ownerKey, type Tables } from './tables.js';
import { readTasks } from './tasks.js';

/** A reader over the tables. */
export function createReader(tables: Tables): Reader {
  const participantAt = (key: string | undefined): StoredParticipant | null =>
    (key !== undefined && tables.participants.get(key)) || null;
  const nameOf = (reward: StoredReward): string | null => {
    const winner = participantAt(ownerKey(reward));
    const owner: Owner | null = winner?.linked_to
      ? { activity: reward.activity, participant: winner.linked_to }
      : null;
    return (owner ? participantAt(ownerKey(owner)) : winner)?.name ?? null;
  };
  return {
    async activity(id) {
      const activity = tables.activities.get(id);
      const epochs = tables.epochs.get(id) ?? [];
      return activity ? { ...activity, epoch: epochs[epochs.length - 1] ?? null } : null;
    },
    activityVersion: async (id, version) => tables.versions.get(keyOf(id, version)) ?? null,
    activityIds: async () =>
      tables.activities
        .values()
        .map((activity) => activity.id)
        .sort(),
    participant: async (owner) => participantAt(ownerKey(owner)),
    participantBySecret: async (activity, hash) => participantAt(tables.secrets.get(keyOf(activity, hash))),
    participantByInvite: async (activity, code) =>
      participantAt(tables.inviteCodes.get(keyOf(activity, code))),
    chances: async (owner) => tables.chances.get(ownerKey(owner)) ?? { granted: 0, used: 0 },
    grants: async (owner) => [...(tables.grants.get(ownerKey(owner)) ?? [])],
    async grantCount(owner, rule, day) {
      const ofRule = (tables.grants.get(ownerKey(owner)) ?? []).filter((grant) => grant.rule === rule);
      return { total: ofRule.length, day: ofRule.filter((grant) => grant.day === day).length };
    },
    drawsOn: async (owner, day) => tables.drawDays.get(ownerKey(owner))?.[day] ?? 0,
    rewards: async (owner) => [...(tables.rewards.get(ownerKey(owner)) ?? [])],
    fact: async (activity, id) => tables.facts.get(keyOf(activity, id)) ?? null,
    draw: async (activity, id) => tables.draws.get(keyOf(activity, id)) ?? null,
    savedAnswer: async (owner, route, key) =>
      tables.answers.get(keyOf(owner.activity, owner.participant, route, key)) ?? null,
    stock: async (activity) =>
      tables.stock
        .entries()
        .filter(([key]) => JSON.parse(key)[0] === activity)
        .map(([, row]) => row),
    counters: async (activity) => tables.counters.get(activity) ?? { participants: 0, draws: 0, awards: 0 },
    winners: async (activity, limit) =>
      (tables.winners.get(activity) ?? [])
        .slice(0, limit)
        .map((reward) => ({ name: nameOf(reward), reward })),
    ...readInvites(tables),
    ...readCheckins(tables),
    ...readTasks(tables),
    ...readLedger(tables),
    ...readClaims(tables),
    ...readEvents(tables),
    ...readFairness(tables),
    ...readRaffles(tables),
    ...readReports(tables),
    ...readOperations(tables),
  };
}
