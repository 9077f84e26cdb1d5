// Whether the backend runs anything at the same time at all. If it does not, races cannot show, and nothing is proven.
import type { Trial } from '../../trial.js';
import { NotCertified } from '../../verdict.js';
import { atOnce } from './at-once.js';

const ROUNDS = 10;
const REASON =
  'requests with one key were never seen running at the same time, in ten rounds: the backend answers one after another ' +
  '(one connection, as with PGlite, or a queue in memory), so races cannot show; try it on the database of production';

/** Why nothing can be judged here; null where one request was seen while another with its key was running. */
export async function findSerial(trial: Trial): Promise<string | null> {
  try {
    for (let round = 0; round < ROUNDS; round++) if (await isOverlapping(trial)) return null;
  } catch (error) {
    if (error instanceof NotCertified) return error.message;
    throw error;
  }
  return REASON;
}

async function isOverlapping(trial: Trial): Promise<boolean> {
  const stage = await trial.shared();
  const person = await stage.drawer();
  const key = trial.unique('key');
  const answers = await atOnce(trial, () => stage.draw(person, { key }));
  return answers.some(({ code }) => code === 'key_in_progress');
}
