// What one person does on the day: visits, each with the events that its page would track and the calls it would make.
import { channelOf, momentOf } from './day.mjs';
import { createRandom } from './random.mjs';

/**
 * @typedef {{ name: string, at: number, props?: object, invalid?: string[] }} Event Time from midnight (ms).
 * @typedef {object} Visit
 * @property {number} at When it begins.
 * @property {number} until When its events are sent.
 * @property {string} page
 * @property {string | undefined} channel
 * @property {Event[]} events
 * @property {number} draws How many draws it makes.
 * @property {boolean} checksIn
 * @property {boolean} isTwice Whether its batch is sent a second time, as after a lost answer.
 */
/**
 * @typedef {object} Person
 * @property {string} id
 * @property {string} visitor
 * @property {string | undefined} first The channel of the first visit.
 * @property {boolean} isTracked Whether there is consent.
 * @property {boolean} claims
 * @property {boolean} invites
 * @property {boolean} accepts
 * @property {number} orders Fen; 0 for no order.
 * @property {boolean} watches
 * @property {Visit[]} visits
 */

const DAY_MS = 86_400_000;
const MINUTE_MS = 60_000;
const OTHER_WIDGETS = ['countdown', 'poster', 'invite', 'checkin'];

/**
 * @param {number} seed
 * @param {number} number
 * @returns {Person}
 */
export function createPerson(seed, number) {
  const random = createRandom(seed, number);
  const visitor = `${random.hex()}-${random.hex()}`;
  const channel = channelOf(random);
  const goesOn = {
    sees: random.happens(channel.sees),
    taps: random.happens(channel.taps),
    draws: random.happens(channel.draws),
  };
  const count = random.pick([
    [1, 58],
    [2, 27],
    [3, 11],
    [4, 4],
  ]);
  const watches = random.happens(0.32);
  const starts = Array.from({ length: count }, () => momentOf(random)).sort((a, b) => a - b);
  /** @type {Visit[]} */
  const visits = starts.map((at, turn) => {
    // Whoever comes back may come by another link.
    const by = turn > 0 && random.happens(0.3) ? channelOf(random).id : channel.id;
    const page = `p${random.hex()}`;
    let now = at;
    /** @type {Event[]} */
    const events = [];
    const does = (
      /** @type {string} */ name,
      /** @type {number} */ after,
      /** @type {object | undefined} */ props = undefined,
    ) => {
      now = Math.min(now + random.whole(after / 2, after), DAY_MS - 1);
      events.push({ name, at: now, ...(props && { props }) });
    };
    does('page.opened', 400, { from: by ?? 'direct' });
    for (const widget of OTHER_WIDGETS) if (random.happens(0.6)) does(`${widget}.shown`, 2500);
    const isSeen = goesOn.sees && (turn === 0 || random.happens(0.7));
    if (isSeen) does('lottery.shown', 4000);
    const draws = isSeen && goesOn.taps && goesOn.draws ? random.whole(1, turn === 0 ? 3 : 1) : 0;
    if (isSeen && goesOn.taps)
      for (let tap = 0; tap < Math.max(1, draws); tap++) {
        does('lottery.tapped', 5000, { kind: 'wheel' });
        if (tap < draws) does('lottery.drawn', 6000, { outcome: random.happens(0.45) ? 'won' : 'none' });
      }
    if (watches) for (let minute = random.whole(6, 30); minute > 0; minute--) does('live.watched', MINUTE_MS);
    if (random.happens(0.004))
      events.push({ name: 'lottery.tapped', at: now, props: { kind: 7 }, invalid: ['props.kind'] });
    // A few are offline and send hours later.
    const late = random.happens(0.03) ? random.whole(30, 300) * MINUTE_MS : random.whole(500, 5000);
    return {
      ...{ at, until: Math.min(now + late, DAY_MS - 1), page, channel: by, events, draws },
      checksIn: draws > 0 && turn === 0 && random.happens(0.35),
      isTwice: random.happens(0.02),
    };
  });
  const hasDrawn = visits.some(({ draws }) => draws > 0);
  return {
    ...{
      id: `person-${seed}-${number}`,
      visitor,
      first: channel.id,
      isTracked: !random.happens(0.02),
      watches,
      visits,
    },
    claims: random.happens(0.62),
    invites: hasDrawn && random.happens(0.02),
    accepts: hasDrawn && random.happens(0.06),
    orders: hasDrawn && random.happens(0.05) ? random.whole(1900, 68800) : 0,
  };
}
