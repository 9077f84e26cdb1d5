// Pieces that the operator's definitions share.
import * as z from 'zod/mini';

/** A name that people write and addresses carry. */
export const id = z
  .string()
  .check(
    z.regex(/^[a-z0-9][a-z0-9-]{0,63}$/, 'expected lower-case letters, digits and hyphens, 1 to 64 of them'),
  );

/** The name of a fact, as the host's server sends it. */
export const factName = z.string().check(z.minLength(1), z.maxLength(128));

/** What claiming needs. */
export const form = z.enum(['none', 'address', 'account']);
