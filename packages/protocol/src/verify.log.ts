// The whole log, a page at a time: the chain, the commitments, and every draw made again.
import type { Commitment, Fairness, LogEntry } from './fairness.js';
import { entryHash, logStart } from './fairness.proof.js';
import { replayEntry } from './verify.entry.js';
import { type CheckedEpoch, checkEpoch } from './verify.epoch.js';
import type { Finding } from './verify.finding.js';

/** What a log is checked against. */
export interface LogQuestion {
  activity: string;
  /** The answer of `fairness.get`. */
  fairness: Fairness;
  /** Commitments kept from before the draws, e.g. by a page. @default none */
  seen?: readonly Commitment[];
  /** An entry that was seen before: it must still stand where it stood. @default none */
  witness?: Pick<LogEntry, 'sequence' | 'hash'>;
}

/** What came out. */
export interface LogReport {
  /** Whether nothing was found. */
  ok: boolean;
  findings: Finding[];
  /** Entries that were read. */
  entries: number;
  /** Draws that were made again; the others wait for the seed of their epoch. */
  replayed: number;
  /** Hash of the last entry. */
  head: string;
}

/** A verifier that is fed the log page by page. */
export interface LogVerifier {
  /** Checks the next entries. */
  add(entries: readonly LogEntry[]): void;
  /** Checks what only the whole log shows, and answers. */
  finish(): LogReport;
}

/** Creates a verifier of a log from its first entry on. */
export function createLogVerifier({ activity, fairness, seen = [], witness }: LogQuestion): LogVerifier {
  const findings: Finding[] = [];
  const report = (finding: Finding) => void findings.push(finding);
  const epochs = new Map<number, CheckedEpoch>(
    fairness.epochs.map((epoch) => [epoch.epoch, checkEpoch(epoch, seen, report)]),
  );
  for (const { epoch } of seen)
    if (!epochs.has(epoch))
      report({ code: 'commitment_changed', detail: `The commitment of epoch ${epoch} is gone.`, epoch });

  const drawn = new Set<string>();
  const given = new Map<string, number>();
  const withheld = new Map<string, { epoch: number; prize: string; entry: LogEntry }>();
  let head = logStart(activity);
  let last = 0;
  let count = 0;
  let replayed = 0;

  const add = (entry: LogEntry): void => {
    const { sequence, draw } = entry;
    const say = (code: Finding['code'], detail: string) =>
      report({ code, detail, epoch: entry.epoch, sequence, draw });
    count++;
    const isNext = sequence === last + 1;
    if (sequence > last + 1)
      say('entry_missing', `After draw ${last} comes draw ${sequence}: ${sequence - last - 1} missing.`);
    if (sequence <= last) say('entry_misplaced', `Draw ${sequence} stands behind draw ${last}.`);
    if (drawn.has(draw) || drawn.has(entry.participant_hash))
      say('draw_repeated', `Draw ${sequence} stands in the log before.`);
    drawn.add(draw).add(entry.participant_hash);

    const epoch = epochs.get(entry.epoch);
    if (!epoch) say('epoch_unknown', `Draw ${sequence} is of epoch ${entry.epoch}, which nobody announced.`);
    else {
      if (isNext && entryHash(head, epoch, entry) !== entry.hash)
        say('chain_broken', `Draw ${sequence}, or the one before it, is not what was sealed.`);
      const outcome = replayEntry(activity, entry, epoch, report);
      if (outcome.isReplayed) replayed++;
      if (outcome.given !== null) given.set(outcome.given, (given.get(outcome.given) ?? 0) + 1);
      if (outcome.withheld !== null)
        withheld.set(`${epoch.epoch}:${outcome.withheld}`, {
          epoch: epoch.epoch,
          prize: outcome.withheld,
          entry,
        });
    }
    if (witness?.sequence === sequence && witness.hash !== entry.hash)
      say('head_differs', `Draw ${sequence} had another hash when it was seen before.`);
    last = Math.max(last, sequence);
    head = entry.hash;
  };

  const stockOf = (epoch: CheckedEpoch, prize: string) => epoch.prizes?.find(({ id }) => id === prize)?.stock;

  function finish(): LogReport {
    const length = fairness.log_length ?? 0;
    if (last < length || (length > 0 && last === length && head !== fairness.log_head))
      report({
        code: 'head_differs',
        detail: `The log was said to have ${length} draws; it has ${last}, or ends with another one.`,
      });
    if (witness && last < witness.sequence)
      report({ code: 'entry_missing', detail: `Draw ${witness.sequence} was seen before and is gone.` });
    // Awards only grow: what was sold out at some draw is sold out at the end of the log too.
    for (const { epoch, prize, entry } of withheld.values()) {
      const stock = stockOf(epochs.get(epoch)!, prize);
      const got = given.get(prize) ?? 0;
      if (stock === undefined || got < stock)
        report({
          code: 'prize_withheld',
          detail: `Draw ${entry.sequence} picked "${prize}" and got nothing, but only ${got} of ${stock ?? 'endless'} were given.`,
          epoch,
          sequence: entry.sequence,
          draw: entry.draw,
        });
    }
    for (const [prize, got] of given) {
      const stocks = [...epochs.values()]
        .filter(({ prizes }) => prizes)
        .map((epoch) => stockOf(epoch, prize));
      const most = Math.max(...stocks.map((stock) => stock ?? Number.POSITIVE_INFINITY));
      if (got > most)
        report({ code: 'prize_oversold', detail: `"${prize}" was given ${got} times; there were ${most}.` });
    }
    return { ok: findings.length === 0, findings, entries: count, replayed, head };
  }

  return { add: (entries) => entries.forEach(add), finish };
}

/** Checks a whole log at once. */
export function verifyLog({
  entries,
  ...question
}: LogQuestion & { entries: readonly LogEntry[] }): LogReport {
  const verifier = createLogVerifier(question);
  verifier.add(entries);
  return verifier.finish();
}
