// The pick: which prize a draw gets by weight alone. Pure, and published with golden vectors
// (`@fanfare/protocol/vectors/weighted-pick.json`), so that anybody can repeat it.
import { hmacSha256 } from './sha256.js';

/** What a pick is made from, beside the seed. */
export interface PickInput {
  activity: string;
  /** Who draws: the hash that stands in the public log, so that the log can be checked without knowing anybody. */
  participant: string;
  client_seed: string;
  /** The participant's draw number in the epoch. */
  nonce: number;
}

const SLICE_BYTES = 6;
const SLICE_VALUES = 2 ** 48;

/** The largest sum of weights that a pick can serve. */
export const MAX_TOTAL_WEIGHT: number = SLICE_VALUES;

/** The text that is signed with the seed; `round` above 0 only when every slice of the round before was rejected. */
export const pickMessage = (input: PickInput, round: number): string =>
  `${input.activity}:${input.participant}:${input.client_seed}:${input.nonce}${round ? `:${round}` : ''}`;

/**
 * A whole number from 0 to `total - 1`, each equally likely: HMAC-SHA256(seed, message) is cut into big-endian
 * 48-bit slices, the first slice below the largest multiple of `total` counts, later ones are not looked at.
 * `messageOf` words the message of each round.
 */
export function numberBelow(seed: Uint8Array, total: number, messageOf: (round: number) => string): number {
  if (!Number.isSafeInteger(total) || total < 1 || total > MAX_TOTAL_WEIGHT)
    throw new RangeError(
      `[fanfare/protocol] the weights sum to ${total}; expected 1 to ${MAX_TOTAL_WEIGHT}.`,
    );
  const size = Math.floor(SLICE_VALUES / total);
  for (let round = 0; ; round++) {
    const bytes = hmacSha256(seed, messageOf(round));
    for (let at = 0; at + SLICE_BYTES <= bytes.length; at += SLICE_BYTES) {
      const slice = bytes.subarray(at, at + SLICE_BYTES).reduce((sum, byte) => sum * 256 + byte, 0);
      if (slice < size * total) return Math.floor(slice / size);
    }
  }
}

/** {@link numberBelow} of a draw. */
export const pickNumber = (seed: Uint8Array, input: PickInput, total: number): number =>
  numberBelow(seed, total, (round) => pickMessage(input, round));

/** The prize on whose share of the cumulated weights `number` falls. */
export function prizeAt<Prize extends { weight: number }>(prizes: readonly Prize[], number: number): Prize {
  let end = 0;
  for (const prize of prizes) {
    end += prize.weight;
    if (number < end) return prize;
  }
  throw new RangeError(`[fanfare/protocol] ${number} is beyond the weights' sum ${end}.`);
}

/** Picks one prize by weight. */
export function pickPrize<Prize extends { weight: number }>(
  seed: Uint8Array,
  input: PickInput,
  prizes: readonly Prize[],
): Prize {
  const total = prizes.reduce((sum, prize) => sum + prize.weight, 0);
  return prizeAt(prizes, pickNumber(seed, input, total));
}
