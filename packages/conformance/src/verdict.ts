// How a case ends, when it does not simply pass.
import type { Answered } from './answered.js';

/** The backend broke the clause. */
export class Broken extends Error {
  override name = 'Broken';
  constructor(
    /** What should have come back. */
    readonly expected: string,
    /** The exchanges that show it, the telling one last. */
    readonly exchanges: readonly Answered[] = [],
  ) {
    super(expected);
  }
}

/** The clause could not be tried here: neither kept nor broken. */
export class NotCertified extends Error {
  override name = 'NotCertified';
}

/** Throws {@link Broken} unless `isKept`. */
export function check(
  isKept: boolean,
  expected: string,
  ...exchanges: readonly [Answered, ...Answered[]]
): asserts isKept {
  if (!isKept) throw new Broken(expected, exchanges);
}
