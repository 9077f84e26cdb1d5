// Check-ins, groups and points in memory.
import type { CheckinReader, CheckinTransaction } from '../store.checkin.js';
import type { PointsReader, PointsTransaction } from '../store.points.js';
import { keyOf, ownerKey, type Tables } from './tables.js';

const MEMBERS = '';

/** What may be read of check-ins and points. */
export function readCheckins(tables: Tables): CheckinReader & PointsReader {
  const count = (activity: string, group: string, day: string) =>
    tables.groupCounts.get(keyOf(activity, group, day)) ?? 0;
  return {
    checkins: async (owner) => [...(tables.checkins.get(ownerKey(owner)) ?? [])],
    handedIn: async (activity, day, after, limit) =>
      tables.checkins
        .values()
        .flat()
        .filter((one) => one.activity === activity && one.day === day)
        .filter(({ text, uploads }) => text !== null || uploads.length > 0)
        .filter(({ participant }) => after === null || participant > after)
        .sort((a, b) => (a.participant < b.participant ? -1 : 1))
        .slice(0, limit),
    groupOf: async (owner) => tables.groupMembers.get(ownerKey(owner)) ?? null,
    groupCount: async (activity, group, day) => ({
      members: count(activity, group, MEMBERS),
      done: count(activity, group, day),
    }),
    balance: async (owner) =>
      (tables.pointEntries.get(ownerKey(owner)) ?? []).reduce((sum, { change }) => sum + change, 0),
    pointEntries: async (owner, limit) => (tables.pointEntries.get(ownerKey(owner)) ?? []).slice(0, limit),
  };
}

/** What may be done with check-ins and points. */
export function writeCheckins(
  tables: Tables,
): Omit<CheckinTransaction & PointsTransaction, keyof (CheckinReader & PointsReader)> {
  const reader = readCheckins(tables);
  const count = (activity: string, group: string | null, day: string, change: number) => {
    if (group === null) return;
    const key = keyOf(activity, group, day);
    tables.groupCounts.set(key, (tables.groupCounts.get(key) ?? 0) + change);
  };
  return {
    async addCheckin(checkin) {
      const days = await reader.checkins(checkin);
      if (days.some(({ day }) => day === checkin.day)) return false;
      const sorted = [...days, checkin].sort((a, b) => (a.day < b.day ? -1 : 1));
      tables.checkins.set(ownerKey(checkin), sorted);
      count(checkin.activity, checkin.group, checkin.day, 1);
      return true;
    },
    async updateCheckin(owner, day, change) {
      const days = await reader.checkins(owner);
      if (!days.some((one) => one.day === day)) return false;
      const changed = days.map((one) => (one.day === day ? { ...one, ...change } : one));
      tables.checkins.set(ownerKey(owner), changed);
      return true;
    },
    async joinGroup(owner, group) {
      if (tables.groupMembers.get(ownerKey(owner)) !== undefined) return false;
      tables.groupMembers.set(ownerKey(owner), group);
      count(owner.activity, group, MEMBERS, 1);
      return true;
    },
    async absorbCheckins(activity, guest, member) {
      const from = { activity, participant: guest };
      const to = { activity, participant: member };
      const own = await reader.checkins(to);
      const moved = (await reader.checkins(from)).filter(({ day, group }) => {
        const isDouble = own.some((one) => one.day === day);
        if (isDouble) count(activity, group, day, -1);
        return !isDouble;
      });
      const union = [...own, ...moved.map((one) => ({ ...one, participant: member }))];
      tables.checkins.set(
        ownerKey(to),
        union.sort((a, b) => (a.day < b.day ? -1 : 1)),
      );
      tables.checkins.delete(ownerKey(from));

      const group = tables.groupMembers.get(ownerKey(from));
      if (group === undefined) return;
      tables.groupMembers.delete(ownerKey(from));
      if (tables.groupMembers.get(ownerKey(to)) === undefined) tables.groupMembers.set(ownerKey(to), group);
      else count(activity, group, MEMBERS, -1);
    },

    async addPoints(entry) {
      const key = ownerKey(entry);
      const entries = tables.pointEntries.get(key) ?? [];
      if (entries.some(({ id }) => id === entry.id)) return 'known';
      if (entry.change < 0 && (await reader.balance(entry)) + entry.change < 0) return 'short';
      tables.pointEntries.set(
        key,
        [entry, ...entries].sort((a, b) => b.at - a.at),
      );
      return 'added';
    },
    async absorbPoints(activity, guest, member) {
      const from = ownerKey({ activity, participant: guest });
      const to = ownerKey({ activity, participant: member });
      const own = tables.pointEntries.get(to) ?? [];
      const moved = (tables.pointEntries.get(from) ?? [])
        .filter(({ id }) => !own.some((one) => one.id === id))
        .map((entry) => ({ ...entry, participant: member }));
      tables.pointEntries.set(
        to,
        [...moved, ...own].sort((a, b) => b.at - a.at),
      );
      tables.pointEntries.delete(from);
    },
  };
}
