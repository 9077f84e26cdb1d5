// What those who run it look up, the outbox, and forgetting, in memory.
import { dayOfId } from '../events/event.day.js';
import type { OperationsReader, OperationsTransaction } from '../store.operations.js';
import type { Table } from './table.js';
import { keyOf, ownerKey, type Tables } from './tables.js';

/** What may be read by those who run it. */
export function readOperations(tables: Tables): OperationsReader {
  const rewardsOf = (activity: string) =>
    tables.rewards
      .values()
      .flat()
      .filter((reward) => reward.activity === activity);
  return {
    drawByReceipt: async (activity, receipt) =>
      tables.draws.values().find((draw) => draw.activity === activity && draw.receipt === receipt) ?? null,
    rewardByReceipt: async (activity, receipt) =>
      rewardsOf(activity).find((reward) => reward.receipt === receipt) ?? null,
    async awards(activity, after, limit) {
      return rewardsOf(activity)
        .filter(({ id }) => after === null || id > after)
        .sort((a, b) => (a.id < b.id ? -1 : 1))
        .slice(0, limit)
        .map((reward) => {
          const { form, at } = tables.claims.get(keyOf(activity, reward.id)) ?? {};
          return {
            reward,
            name: tables.participants.get(ownerKey(reward))?.name ?? null,
            claim: form && at !== undefined ? { form, at } : null,
          };
        });
    },
    async outbox() {
      const waiting = tables.outbox.values().filter(({ next_at }) => next_at !== null);
      return {
        waiting: waiting.length,
        stuck: tables.outbox.values().length - waiting.length,
        oldest: waiting.length ? Math.min(...waiting.map(({ at }) => at)) : null,
      };
    },
  };
}

/** What may be done by those who run it. */
export function writeOperations(tables: Tables): Omit<OperationsTransaction, keyof OperationsReader> {
  const some = <Row>(table: Table<Row>, of: (row: Row, key: string) => boolean, limit: number) =>
    table
      .entries()
      .filter(([key, row]) => of(row, key))
      .slice(0, limit);
  return {
    async addMessage(message) {
      tables.outbox.set(message.id, message);
    },
    async leaseMessages(now, until, limit) {
      const due = some(tables.outbox, ({ next_at }) => next_at !== null && next_at <= now, limit);
      return due.map(([id, message]) => {
        const leased = { ...message, attempts: message.attempts + 1, next_at: until };
        tables.outbox.set(id, leased);
        return leased;
      });
    },
    async removeMessage(id) {
      tables.outbox.delete(id);
    },
    async putOffMessage(id, next_at, error) {
      const message = tables.outbox.get(id);
      if (message) tables.outbox.set(id, { ...message, next_at, error });
    },
    async retryMessages(now) {
      const stuck = some(tables.outbox, ({ next_at }) => next_at === null, Number.POSITIVE_INFINITY);
      for (const [id, message] of stuck) tables.outbox.set(id, { ...message, next_at: now, attempts: 0 });
      return stuck.length;
    },

    async forgetPeople(activity, limit) {
      const isOf = (row: { activity: string }) => row.activity === activity;
      const keyIsOf = (_: unknown, key: string) => JSON.parse(key)[0] === activity;
      let touched = 0;
      const remove = <Row>(table: Table<Row>, of: (row: Row, key: string) => boolean) => {
        for (const [key] of some(table, of, limit)) {
          table.delete(key);
          touched++;
        }
      };
      remove(tables.claims, isOf);
      remove(tables.uploads, isOf);
      remove(tables.uploadBytes, keyIsOf);
      remove(tables.hits, keyIsOf);
      remove(tables.solutions, keyIsOf);
      const named = some(tables.participants, (row) => isOf(row) && !!(row.name ?? row.avatar), limit);
      for (const [key, person] of named)
        tables.participants.set(key, { ...person, name: null, avatar: null });
      const handedIn = some(
        tables.submissions,
        (row) => isOf(row) && (row.text !== null || row.reason !== null),
        limit,
      );
      for (const [key, row] of handedIn)
        tables.submissions.set(key, { ...row, text: null, uploads: [], reason: null });
      const wordy = some(
        tables.checkins,
        (days, key) => keyIsOf(days, key) && days.some(({ text, comment }) => text ?? comment),
        limit,
      );
      for (const [key, days] of wordy)
        tables.checkins.set(
          key,
          days.map((day) => ({ ...day, text: null, comment: null, uploads: [] })),
        );
      return touched + named.length + handedIn.length + wordy.length;
    },
    async forgetEvents(beforeDay, limit) {
      const old = some(tables.events, ({ id }) => dayOfId(id) < beforeDay, limit);
      for (const [key] of old) tables.events.delete(key);
      return old.length;
    },
  };
}
