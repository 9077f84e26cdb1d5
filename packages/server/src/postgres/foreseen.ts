// The verbs of a draw when it was foreseen: answered from what was read at once, and written at once, right before the
// next statement that is not foreseen or the commit. Whatever else is written meanwhile ends the foresight.
import type { Foreseen, ForesightTransaction } from '../store.foresee.js';
import type { Owner, StoredActivity, Transaction } from '../store.js';
import { type Opening, type Own, readOpening, readOwn } from './foreseen.read.js';
import { createHeld } from './held.js';
import type { Send } from './send.js';

const BUCKETS = 64;

/** Definitions by id, as they were last read. A version never changes, so one that is still the newest is as good as read again. */
export type KnownVersions = Map<string, StoredActivity>;

type Verbs = Pick<
  Transaction,
  | 'tryLock'
  | 'savedAnswer'
  | 'activity'
  | 'lockParticipant'
  | 'drawsOn'
  | 'chances'
  | 'useChance'
  | 'nextNonce'
  | 'stock'
  | 'rewards'
  | 'addDraw'
  | 'addReward'
  | 'addTransfer'
  | 'updateParticipant'
  | 'saveAnswer'
> &
  ForesightTransaction;

/** A transaction with foresight, and how to end it. */
export interface Foresight {
  verbs: Verbs;
  /** Starts a transaction that nothing is known of. */
  begin(): void;
  /** Sends what is held. Before every other statement; `andForget` when that one writes. */
  settle(andForget: boolean): Promise<void>;
}

/** Adds foresight to a transaction's plain verbs. */
export function createForesight(send: Send, plain: Transaction, known: KnownVersions): Foresight {
  const held = createHeld(send);
  let what: Foreseen | null = null;
  let opening: Opening | null = null;
  let own: Own | null = null;
  /** What a draw adds to the sums of `live`. */
  let counted = { draws: 0, awards: 0 };

  const isOwner = ({ activity, participant }: Owner) =>
    activity === what?.activity && participant === what.participant;

  async function settle(andForget: boolean): Promise<void> {
    const { draws, awards } = counted;
    if (draws + awards > 0) {
      counted = { draws: 0, awards: 0 };
      held.hold`
        insert into fanfare.counters as c (activity, bucket, draws, awards)
        values (${what!.activity}, pg_backend_pid() % ${BUCKETS}, ${draws}, ${awards})
        on conflict (activity, bucket) do update
        set draws = c.draws + excluded.draws, awards = c.awards + excluded.awards`;
    }
    if (andForget) [opening, own] = [null, null];
    await held.flush();
  }

  const read = async <T>(work: () => Promise<T>): Promise<T> => {
    await settle(false);
    return work();
  };
  const write = async <T>(work: () => Promise<T>): Promise<T> => {
    await settle(true);
    return work();
  };

  const readActivity = async (id: string) => {
    const activity = await read(() => plain.activity(id));
    if (activity) known.set(id, activity);
    return activity;
  };

  const verbs: Verbs = {
    async foresee(next) {
      what = next;
      own = null;
      opening = await readOpening(send, next);
      const activity = known.get(next.activity);
      const isUsual = opening.taken && !opening.saved && opening.participant;
      if (isUsual && activity?.version === opening.version) own = await readOwn(send, next, activity);
    },
    tryLock: async (name) =>
      opening && name === what?.lock ? opening.taken : read(() => plain.tryLock(name)),
    savedAnswer: async (owner, route, key) =>
      opening && isOwner(owner) && route === what?.route && key === what.key
        ? opening.saved
        : read(() => plain.savedAnswer(owner, route, key)),
    async activity(id) {
      const last = known.get(id);
      return opening && id === what?.activity && last?.version === opening.version ? last : readActivity(id);
    },
    lockParticipant: async (owner) =>
      opening && isOwner(owner) ? opening.participant : read(() => plain.lockParticipant(owner)),
    drawsOn: async (owner, day) =>
      own && isOwner(owner) && day === what?.day ? own.draws : read(() => plain.drawsOn(owner, day)),
    chances: async (owner) => (own && isOwner(owner) ? own.chances : read(() => plain.chances(owner))),
    rewards: async (owner) => (own && isOwner(owner) ? [...own.rewards] : read(() => plain.rewards(owner))),
    stock: async (activity) =>
      own && activity === what?.activity ? own.stock : read(() => plain.stock(activity)),

    async useChance(owner) {
      if (!own || !isOwner(owner)) return write(() => plain.useChance(owner));
      const { granted, used } = own.chances;
      if (used >= granted) return false;
      own.chances = { granted, used: used + 1 };
      held.hold`
        update fanfare.chances set used = used + 1
        where activity = ${owner.activity} and participant = ${owner.participant}`;
      return true;
    },
    async nextNonce(owner, epoch) {
      if (!own || !isOwner(owner) || epoch !== own.epoch) return write(() => plain.nextNonce(owner, epoch));
      own.nonce++;
      held.hold`
        insert into fanfare.nonces (activity, participant, epoch, nonce)
        values (${owner.activity}, ${owner.participant}, ${epoch}, ${own.nonce})
        on conflict (activity, participant, epoch) do update set nonce = excluded.nonce`;
      return own.nonce;
    },
    async addDraw(draw, day) {
      if (!own || !isOwner(draw) || day !== what?.day) return write(() => plain.addDraw(draw, day));
      const { activity, participant } = draw;
      own.draws++;
      counted.draws++;
      held.hold`
        insert into fanfare.draws (activity, id, participant, version, epoch, nonce, client_seed, participant_hash,
          picked, outcome, prize, reward, receipt, code, at)
        values (${activity}, ${draw.id}, ${participant}, ${draw.version}, ${draw.epoch}, ${draw.nonce},
          ${draw.client_seed}, ${draw.participant_hash}, ${draw.picked}, ${draw.outcome}, ${draw.prize},
          ${draw.reward}, ${draw.receipt}, ${draw.code}, ${draw.at})`;
      held.hold`insert into fanfare.unsealed_draws (activity, draw) values (${activity}, ${draw.id})`;
      held.hold`
        insert into fanfare.draw_days as d (activity, participant, day, draws)
        values (${activity}, ${participant}, ${day}, 1)
        on conflict (activity, participant, day) do update set draws = d.draws + 1`;
    },
    async addReward(reward) {
      if (!own || !isOwner(reward)) return write(() => plain.addReward(reward));
      const { activity, participant, ...body } = reward;
      own.rewards = [reward, ...own.rewards];
      counted.awards++;
      held.hold`
        insert into fanfare.rewards (activity, participant, id, prize, source, receipt, at, body)
        values (${activity}, ${participant}, ${reward.id}, ${reward.prize}, ${reward.source}, ${reward.receipt},
          ${Date.parse(reward.at)}, ${JSON.stringify(body)})`;
    },
    async addTransfer(transfer) {
      if (!own || transfer.state !== 'pending') return write(() => plain.addTransfer(transfer));
      const { activity, id, state, of, from, to, amount, at } = transfer;
      held.hold`
        insert into fanfare.transfers (activity, id, state, of, debit, credit, amount, at)
        values (${activity}, ${id}, ${state}, ${of}, ${from}, ${to}, ${amount}, ${at})`;
      return true;
    },
    async updateParticipant(owner, change) {
      const { revisions, ...others } = change;
      if (!own || !isOwner(owner) || !revisions || Object.keys(others).length > 0)
        return write(() => plain.updateParticipant(owner, change));
      held.hold`
        update fanfare.participants set revisions = ${JSON.stringify(revisions)}
        where activity = ${owner.activity} and id = ${owner.participant}`;
    },
    async saveAnswer(answer) {
      if (!own || !isOwner(answer)) return write(() => plain.saveAnswer(answer));
      held.hold`
        insert into fanfare.saved_answers (activity, participant, route, key, fingerprint, status, body, at)
        values (${answer.activity}, ${answer.participant}, ${answer.route}, ${answer.key}, ${answer.fingerprint},
          ${answer.status}, ${answer.body}, ${answer.at})`;
    },
  };
  return {
    verbs,
    settle,
    begin() {
      [what, opening, own] = [null, null, null];
      counted = { draws: 0, awards: 0 };
      held.clear();
    },
  };
}
