// Limits against abuse: a signal with an outcome. What is let through is counted in the effect's own transaction, so a
// refused or repeated request counts nothing.
import type { Guard } from '@fanfare/protocol';
import { refuse } from '../http/refusal.js';
import type { StoredActivity, Transaction } from '../store.js';
import type { Signals } from './signals.js';

/** What is about to happen, and by whom. */
export interface Doing {
  on: Guard['on'];
  participant: string;
  /** Who brought the participant, or is about to. */
  inviter: string | null;
  signals: Signals;
  /** Unix ms. */
  at: number;
}

const subjectOf = (guard: Guard, { participant, inviter, signals }: Doing): string | null =>
  ({ participant, inviter, network: signals.network })[guard.per];

/** The limits that are passed by this doing, which is counted. */
async function passed(tx: Transaction, activity: StoredActivity, doing: Doing): Promise<Guard[]> {
  const counts = new Map<string, number>();
  const over: Guard[] = [];
  for (const guard of activity.definition.guards) {
    if (guard.on !== doing.on) continue;
    const subject = subjectOf(guard, doing);
    if (subject === null) continue;
    // Two limits over one window, of five and of fifty, look at one count.
    const name = `${guard.on}:${guard.per}:${guard.seconds}`;
    const length = guard.seconds * 1000;
    const window = Math.floor(doing.at / length) * length;
    const count =
      counts.get(name) ?? (await tx.countHit({ activity: activity.id, guard: name, subject, window }));
    counts.set(name, count);
    if (count > guard.count) over.push(guard);
  }
  return over;
}

/**
 * Counts what is about to happen and judges it: refuses with `denied`, or with `challenge_required` unless the request
 * brought a good solution that was not used before. Answers the limits that hold it back; none lets it through.
 */
export async function judge(tx: Transaction, activity: StoredActivity, doing: Doing): Promise<Guard[]> {
  const over = await passed(tx, activity, doing);
  const withOutcome = (outcome: Guard['outcome']) => over.filter((guard) => guard.outcome === outcome);
  if (withOutcome('deny').length > 0) refuse('denied');
  if (withOutcome('challenge').length > 0) {
    const { solution } = doing.signals;
    if (solution === null || !(await tx.useSolution(activity.id, solution, doing.at)))
      refuse('challenge_required');
  }
  return withOutcome('delay');
}

/** {@link judge} for what cannot be held for review: it is to be sent again when the window is over. */
export async function requireAllowed(tx: Transaction, activity: StoredActivity, doing: Doing): Promise<void> {
  const holding = await judge(tx, activity, doing);
  if (holding.length === 0) return;
  const now = Math.floor(doing.at / 1000);
  refuse('rate_limited', {
    retryAfter: Math.max(...holding.map(({ seconds }) => seconds - (now % seconds))),
  });
}
