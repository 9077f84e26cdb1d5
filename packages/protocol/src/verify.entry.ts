// One draw made again: from seed, hash of the participant, client seed and nonce to the prize.
import type { LogEntry } from './fairness.js';
import { pickPrize } from './pick.js';
import type { CheckedEpoch } from './verify.epoch.js';
import type { Finding } from './verify.finding.js';

/** Clocks of a backend's copies may differ by so much. */
const SLACK_MS = 60_000;

/** What came out when a draw was made again. */
export interface Replayed {
  /** Whether seed and odds are public, so that it could be made again. */
  isReplayed: boolean;
  /** A prize that was picked and not given; it must have been sold out, not open yet, or beyond the pool. */
  withheld: string | null;
  /** The prize that was given. */
  given: string | null;
}

/** Makes an entry's draw again and reports where the log says something else. */
export function replayEntry(
  activity: string,
  entry: LogEntry,
  epoch: CheckedEpoch,
  report: (finding: Finding) => void,
): Replayed {
  const { sequence, draw, picked, prize } = entry;
  const say = (code: Finding['code'], detail: string) =>
    report({ code, detail, epoch: epoch.epoch, sequence, draw });
  const at = Date.parse(entry.at);
  const closed = epoch.closed_at === undefined ? Number.POSITIVE_INFINITY : Date.parse(epoch.closed_at);
  if (at < Date.parse(epoch.opened_at) - SLACK_MS || at > closed + SLACK_MS)
    say('outside_epoch', `Draw ${sequence} was not made while epoch ${epoch.epoch} was open.`);

  const { prizes, seedBytes } = epoch;
  if (!prizes) return { isReplayed: false, withheld: null, given: null };
  const kindOf = (id: string | null) => prizes.find((one) => one.id === id)?.kind ?? 'none';
  if (seedBytes && prizes.some(({ weight }) => weight > 0)) {
    const { client_seed, nonce } = entry;
    const again = pickPrize(
      seedBytes,
      { activity, participant: entry.participant_hash, client_seed, nonce },
      prizes,
    );
    if (again.id !== picked)
      say('pick_wrong', `Draw ${sequence} must pick "${again.id}", the log says "${picked}".`);
  }
  const isGiven = kindOf(prize) !== 'none';
  if (prize !== picked && (isGiven || kindOf(picked) === 'none'))
    say('prize_wrong', `Draw ${sequence} picked "${picked}" and gave "${prize ?? 'nothing'}".`);

  const row = prizes.find((one) => one.id === picked);
  const isEarly = row?.from !== undefined && at < Date.parse(row.from) + SLACK_MS;
  const isKept = !isGiven && kindOf(picked) !== 'none' && !isEarly && row?.kind !== 'cash';
  return {
    isReplayed: seedBytes !== null,
    withheld: isKept ? picked : null,
    given: isGiven ? prize : null,
  };
}
