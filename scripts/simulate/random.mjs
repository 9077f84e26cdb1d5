// Chance that repeats itself: the same seed, the same day.

/**
 * @typedef {object} Random
 * @property {() => number} share From 0 up to 1.
 * @property {(chance: number) => boolean} happens
 * @property {(from: number, to: number) => number} whole A whole number, both ends included.
 * @property {<T>(weighted: readonly (readonly [T, number])[]) => T} pick By weight.
 * @property {() => string} hex 12 digits.
 */

/**
 * Of one seed and one number, e.g. a person's.
 *
 * @param {number} seed
 * @param {number} number
 * @returns {Random}
 */
export function createRandom(seed, number) {
  let state = (Math.imul(seed ^ 0x9e3779b9, 0x85ebca6b) ^ Math.imul(number + 1, 0xc2b2ae35)) >>> 0;
  const share = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  return {
    share,
    happens: (chance) => share() < chance,
    whole: (from, to) => from + Math.floor(share() * (to - from + 1)),
    pick(weighted) {
      let left = share() * weighted.reduce((sum, [, weight]) => sum + weight, 0);
      for (const [value, weight] of weighted) {
        left -= weight;
        if (left < 0) return value;
      }
      throw new Error('Weights are above 0.');
    },
    hex: () =>
      Math.floor(share() * 2 ** 48)
        .toString(16)
        .padStart(12, '0'),
  };
}
