// How a case ends, when it does not simply pass.
import type { Exchange } from './exchange.js';

/** The backend broke the clause. */
export class Broken extends Error {
  override name = 'Broken';
  constructor(
    /** What should have come back. */
    readonly expected: string,
    /** The exchanges that show it, the telling one last. */
    readonly exchanges: readonly Exchange[] = [],
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
  ...exchanges: readonly [Exchange, ...Exchange[]]
): asserts isKept {
  if (!isKept) throw new Broken(expected, exchanges);
}
