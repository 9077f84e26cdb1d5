// The course of a day: who comes when, and by which channel. An opening peak at midnight, a quiet night, a bump at
// noon, and the show in the evening.

/** Visits an hour by weight; the opening hour is cut finer below. */
const HOURS = [
  110, 26, 10, 5, 4, 6, 14, 26, 34, 38, 40, 46, 74, 52, 38, 36, 38, 46, 64, 128, 150, 96, 52, 34,
];
/** Share of the opening hour that comes within its first five minutes. */
const RUSH = 0.45;
const MINUTE_MS = 60_000;

/**
 * Milliseconds from midnight.
 *
 * @param {import('./random.mjs').Random} random
 */
export function momentOf(random) {
  const hour = random.pick(HOURS.map((weight, at) => /** @type {const} */ ([at, weight])));
  const isRush = hour === 0 && random.happens(RUSH);
  return hour * 60 * MINUTE_MS + Math.floor(random.share() * (isRush ? 5 : 60) * MINUTE_MS);
}

/**
 * What people of a channel do: each the chance to go on from the step before.
 *
 * @typedef {object} Channel
 * @property {string | undefined} id
 * @property {number} weight
 * @property {number} sees
 * @property {number} taps
 * @property {number} draws
 */

/** @type {readonly Channel[]} */
const channels = [
  { id: 'official-account', weight: 24, sees: 0.83, taps: 0.58, draws: 0.97 },
  { id: 'moments', weight: 18, sees: 0.86, taps: 0.66, draws: 0.97 },
  { id: 'wechat-group', weight: 9, sees: 0.9, taps: 0.74, draws: 0.98 },
  { id: 'live-room', weight: 22, sees: 0.93, taps: 0.62, draws: 0.96 },
  { id: 'branch-lobby', weight: 5, sees: 0.71, taps: 0.44, draws: 0.95 },
  { id: 'sms', weight: 15, sees: 0.58, taps: 0.29, draws: 0.94 },
  // Came by hand, by a misspelt link, and by one that somebody made up to do harm.
  { id: undefined, weight: 5.5, sees: 0.78, taps: 0.5, draws: 0.96 },
  { id: 'momments', weight: 1.4, sees: 0.86, taps: 0.66, draws: 0.97 },
  { id: '=HYPERLINK("https://x.example","win")', weight: 0.1, sees: 0.5, taps: 0.1, draws: 0.9 },
];

/**
 * @param {import('./random.mjs').Random} random
 * @returns {Channel}
 */
export const channelOf = (random) => random.pick(channels.map((channel) => [channel, channel.weight]));
