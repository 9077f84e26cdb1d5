// One error class for everything that a caller did wrong or has to know of. Network and server problems are
// data (see api.ts), not exceptions.

/**
 * Thrown by imperative calls. The message reads
 * `[fanfare/<where>] <what is wrong, with field and value>. <What to do.>`
 */
export class FanfareError extends Error {
  /** Stable code to branch on, e.g. `config_invalid`. */
  readonly code: string;
  declare readonly name: string;

  /**
   * @param where The package that noticed, e.g. `lottery`.
   * @param code A stable code.
   * @param message Full sentences, ending with what to do.
   * @param cause The error underneath, if there was one.
   */
  constructor(where: string, code: string, message: string, cause?: unknown) {
    super(`[fanfare/${where}] ${message}`);
    this.code = code;
    // Defined, not assigned: a host may have frozen Error.prototype, whose name cannot be hidden by an assignment.
    Object.defineProperty(this, 'name', { value: 'FanfareError', configurable: true });
    if (cause !== undefined) this.cause = cause;
  }

  declare cause?: unknown;
}
