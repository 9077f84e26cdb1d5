// The small shapes that every message is made of.
import * as z from 'zod/mini';
import { isHttpsUrl, isTime } from './checks.js';

/** A moment: RFC 3339 with a zone, e.g. `2026-12-31T16:00:00Z`. Servers answer in UTC. */
export const time = z
  .string()
  .check(z.refine(isTime, 'expected a time with a zone, such as 2027-01-01T00:00:00+08:00'));

/** An absolute `https:` URL (`http:` only on loopback). Everything that may become a link, an image or a QR. */
export const httpsUrl = z.string().check(z.refine(isHttpsUrl, 'expected an absolute https: URL'));

/** A calendar day in the activity's zone, issued by the server: `2027-01-01`. */
export const dayKey = z.string();

/** Text in several languages, by BCP 47 tag; `*` is the text for every other language. */
export const localText = z.catchall(z.object({}), z.string());
export type LocalText = z.infer<typeof localText>;

/** A count: a whole number, zero or more. */
export const count = z.int().check(z.minimum(0));

/** Money as whole fen (1/100 yuan), or the smallest unit of the activity's currency. */
export const money = count;
