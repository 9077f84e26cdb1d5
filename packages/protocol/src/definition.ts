// The operator's definition of an activity, as JSON that people write. Strict: a misspelt key is an error that
// names it. What of it may become public is decided in the server's projection against `publicActivity`.
import * as z from 'zod/mini';
import { guestPolicy, nextActivity, node, ruleSection, schedule, session } from './activity.js';
import { prizeKind } from './lottery.js';
import { count, httpsUrl, localText, money, time } from './primitives.js';

const id = z
  .string()
  .check(
    z.regex(/^[a-z0-9][a-z0-9-]{0,63}$/, 'expected lower-case letters, digits and hyphens, 1 to 64 of them'),
  );

const isZone = (zone: string) => {
  try {
    new Intl.DateTimeFormat('en', { timeZone: zone });
    return true;
  } catch {
    return false;
  }
};

const isOrigin = (text: string) => {
  try {
    return new URL(text).origin === text;
  } catch {
    return false;
  }
};
const origin = z
  .string()
  .check(
    z.refine(isOrigin, 'expected an origin such as https://www.example.com, with nothing after the host'),
  );

const prize = z.strictObject({
  id,
  name: localText,
  kind: prizeKind,
  image: z.optional(httpsUrl),
  value: z.optional(money),
  /** Share of the draws, as a whole number; see `publish_odds`. */
  weight: count,
  /** How many there are; absent for a prize that cannot run out. A depleted prize's weight goes to no-prize. */
  stock: z.optional(count),
  /** What one costs the operator, in fen. Never leaves the server. */
  cost: z.optional(money),
  /** How long the winner has to claim it. */
  claim_days: z.optional(count),
  form: z.optional(z.enum(['none', 'address', 'account'])),
  /** From when on it can be won (a prize of a later show, say). */
  from: z.optional(time),
});
export type PrizeDefinition = z.infer<typeof prize>;

/** Grants chances for a fact. `fact` may be the built-in `joined` (first seen) or `day` (first seen on a day). */
const chanceRule = z.strictObject({
  id,
  fact: z.string().check(z.minLength(1)),
  chances: z.int().check(z.minimum(1)),
  /** At most this many times a day of the activity's zone. */
  per_day: z.optional(count),
  /** At most this many times in the whole activity. */
  total: z.optional(count),
  /** Shown to people as a way to get a chance; absent for rules that are not announced. */
  title: z.optional(localText),
  url: z.optional(httpsUrl),
});
export type ChanceRule = z.infer<typeof chanceRule>;

const lotteryDefinition = z.strictObject({
  prizes: z.array(prize).check(z.minLength(2), z.maxLength(12)),
  chances: z.array(chanceRule),
  /** Draws a participant may make a day, whatever chances there are. */
  draws_per_day: z.optional(count),
  publish_odds: z._default(z.boolean(), false),
  publish_stock: z._default(z.boolean(), false),
  /** Share of the stock under which the label says `few`, in percent. */
  few_percent: z._default(count, 10),
  codes: z._default(z.boolean(), false),
});

export const definition = z
  .strictObject({
    id,
    /** The audience (`aud`) that participants' tokens must name. */
    project: z.string().check(z.minLength(1)),
    title: localText,
    zone: z.string().check(z.refine(isZone, 'expected an IANA time zone such as Asia/Shanghai')),
    landing: httpsUrl,
    schedule: schedule.check(
      z.refine((s) => Date.parse(s.start_at) < Date.parse(s.end_at), {
        path: ['end_at'],
        message: 'expected a time after start_at',
      }),
    ),
    guests: z._default(guestPolicy, 'none'),
    /** Exact origins whose pages may act. */
    origins: z._default(z.array(origin), []),
    paused: z._default(z.array(z.string()), []),
    notice: z.optional(localText),
    jitter_seconds: z._default(count, 30),
    live_seconds: z._default(count.check(z.minimum(1)), 20),
    sessions: z._default(z.array(session), []),
    nodes: z._default(z.array(node), []),
    next: z.optional(nextActivity),
    rules: z._default(z.array(ruleSection), []),
    lottery: z.optional(lotteryDefinition),
  })
  .check(
    z.refine((d) => new Set(d.lottery?.prizes.map((p) => p.id)).size === (d.lottery?.prizes.length ?? 0), {
      path: ['lottery', 'prizes'],
      message: 'expected prizes whose ids are all different',
    }),
    z.refine((d) => !d.lottery || d.lottery.prizes.some((p) => p.weight > 0), {
      path: ['lottery', 'prizes'],
      message: 'expected at least one prize with a weight above 0',
    }),
  );
/** As stored, with every default filled in. */
export type Definition = z.output<typeof definition>;
/** As people write it. */
export type DefinitionInput = z.input<typeof definition>;
