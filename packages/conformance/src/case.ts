// A case: one clause of docs/backend.md, and the calls that show whether a backend keeps to it.
import type { Feature } from '@fanfare/protocol';
import { type Level, levelNames } from './levels.js';
import type { Need } from './need.js';
import type { Trial } from './trial.js';

/** One clause and how it is checked. */
export interface Case {
  /** The clause's id; its first word is the level. */
  clause: `${Level}.${string}`;
  /** The clause itself, as docs/backend.md has it. */
  says: string;
  /** What to do about a failure. */
  fix: string;
  needs?: readonly Need[];
  /** Features beside those of the level. */
  features?: readonly Feature[];
  /** Runs alone, because it loads the backend or moves its clock. */
  isAlone?: boolean;
  run(trial: Trial): Promise<void>;
}

/** Declares a case. */
export const defineCase = (one: Case): Case => one;

/** The level that a clause belongs to. */
export const levelOf = ({ clause }: Pick<Case, 'clause'>): Level =>
  levelNames.find((level) => clause.startsWith(`${level}.`))!;
