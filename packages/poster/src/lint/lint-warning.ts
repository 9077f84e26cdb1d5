/** A piece of advice. */
export interface LintWarning {
  /** Stable code, e.g. `qr_small`. */
  code: string;
  /** The layer it is about, where there is one. */
  layer?: string;
  /** A full sentence that ends with what to do. */
  message: string;
}
