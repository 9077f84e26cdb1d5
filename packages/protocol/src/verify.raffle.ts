// A raffle made again: from the frozen list and the beacon's number to the winners.
import { numberBelow } from './pick.js';
import type { Raffle } from './raffle.js';
import { sha256, sha256Hex } from './sha256.js';

/** What stands for a participant in a raffle's list. `salt` is the participant's own, as in the log of draws. */
export const raffleEntry = (by: {
  activity: string;
  raffle: string;
  participant: string;
  salt: string;
}): string => sha256Hex(`${by.salt}:${by.activity}:raffle:${by.raffle}:${by.participant}`);

/** The hash of a frozen list. */
export const listHash = (entries: readonly string[]): string => sha256Hex(entries.join('\n'));

/** A raffle whose number is known. */
export interface RaffleInput {
  activity: string;
  raffle: string;
  /** The beacon's number, as it was told. */
  value: string;
  /** The frozen list. */
  entries: readonly string[];
  /** In their order, with how many there are of each. */
  prizes: readonly { id: string; count: number }[];
}

/** Who wins what: nobody twice, the first prizes first, until prizes or entries are used up. */
export function raffleWinners({ activity, raffle, value, entries, prizes }: RaffleInput) {
  const left = [...entries];
  const list = listHash(entries);
  const seed = sha256(value);
  const winners: { entry: string; prize: string }[] = [];
  for (const { id, count } of prizes)
    for (let n = 0; n < count && left.length > 0; n++) {
      const ticket = `${activity}:${raffle}:${list}:${winners.length + 1}`;
      const at = numberBelow(seed, left.length, (round) => (round ? `${ticket}:${round}` : ticket));
      winners.push({ entry: left[at]!, prize: id });
      left.splice(at, 1);
    }
  return winners;
}

/** What is wrong with a raffle. */
export interface RaffleFinding {
  code: 'list_unsorted' | 'list_changed' | 'winner_wrong' | 'not_in_list';
  detail: string;
}

/** Checks a drawn raffle against its list; with `own`, also that this entry stands in it. */
export function verifyRaffle(
  activity: string,
  { id, list_hash, value, winners, prizes, entries: count }: Raffle,
  entries: readonly string[],
  own?: string,
): RaffleFinding[] {
  const findings: RaffleFinding[] = [];
  const say = (code: RaffleFinding['code'], detail: string) => void findings.push({ code, detail });
  if (entries.some((entry, at) => at > 0 && entry <= entries[at - 1]!))
    say('list_unsorted', 'An entry stands twice in the list, or not where it belongs.');
  if (list_hash !== undefined && (listHash(entries) !== list_hash || entries.length !== count))
    say('list_changed', 'The list is not the one that was frozen.');
  if (own !== undefined && !entries.includes(own))
    say('not_in_list', 'This entry does not stand in the list.');
  if (value === undefined || winners === undefined) return findings;
  const again = raffleWinners({ activity, raffle: id, value, entries, prizes });
  for (let at = 0; at < Math.max(again.length, winners.length); at++)
    if (again[at]?.entry !== winners[at]?.entry || again[at]?.prize !== winners[at]?.prize)
      say('winner_wrong', `Winner ${at + 1} must be ${again[at]?.entry ?? 'nobody'}.`);
  return findings;
}
