import type { Person, Stage } from '../../stage.js';
import { check } from '../../verdict.js';

/** The chances that a person has left. */
export const chancesLeft = async (stage: Stage, person: Person): Promise<number> =>
  (await stage.me(person)).sections.chances!.left;

/** Holds `me` to a number of chances. */
export async function requireLeft(stage: Stage, person: Person, left: number): Promise<void> {
  const { sections, answer } = await stage.me(person);
  check(sections.chances?.left === left, `${left} chances left`, answer);
}
