// Calls across the moment at which a phase turns, and judges every answer by the backend's own stamps.
import type { Exchange } from '../../exchange.js';
import type { Person, Stage } from '../../stage.js';
import { Broken, check } from '../../verdict.js';

/** An activity whose phase turns soon. `open`: the draw is made, or refused for another reason than the phase. */
export interface Turning {
  stage: Stage;
  person: Person;
  /** Unix ms by the backend's clock. */
  turn: number;
  before: 'open' | 'not_started';
  after: 'open' | 'ended';
}

/** How far ahead the turn is set: more on a machine that is too slow to be seen before it. */
const LEADS_MS = [2_000, 6_000, 20_000, 60_000];
const BETWEEN_MS = 150;
const PHASES = ['not_started', 'ended'];

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));
const stateOf = ({ code }: Exchange) => (PHASES.includes(code) ? code : 'open');

/**
 * Draws again and again until the turn is over; throws when an answer does not fit its time. `prepare` answers null when
 * the turn was over before it was ready.
 */
export async function watchPhase<T extends Turning>(
  prepare: (leadMs: number) => Promise<T | null>,
): Promise<T> {
  for (const lead of LEADS_MS) {
    const turning = await prepare(lead);
    if (turning && (await isSeenBefore(turning))) return turning;
  }
  throw new Broken('an answer before the turn, a minute ahead; the backend is too slow to be watched');
}

/** Whether an answer came from before the turn; what comes after it is judged then. */
async function isSeenBefore({ stage, person, turn, before, after }: Turning): Promise<boolean> {
  let wasSeen = false;
  let known = 0;
  while (known < turn) {
    const answer = await stage.draw(person);
    check(!Number.isNaN(answer.stamp), 'Fanfare-Time', answer);
    if (answer.stamp < turn) {
      wasSeen = true;
      check(stateOf(answer) === before, `${before} at ${new Date(answer.stamp).toISOString()}`, answer);
    }
    known = answer.stamp;
    await pause(BETWEEN_MS);
  }
  if (!wasSeen) return false;
  const answer = await stage.draw(person);
  check(stateOf(answer) === after, `${after} at ${new Date(answer.stamp).toISOString()}`, answer);
  return true;
}
