// The public definition of an activity: the allow-list of what may leave the server. A field that is not
// here (costs, budgets, stock, unpublished weights, codes, next-step links) never reaches a page.
import * as z from 'zod/mini';
import { publicCheckin } from './checkin.js';
import { publicInvite, publicTask } from './invite.js';
import { publicLottery } from './lottery.js';
import { count, httpsUrl, localText, time } from './primitives.js';
import { publicShop } from './rewards.js';

/** When the activity is what: `warmup` until `start_at`, `live` until `end_at`, then `ended`. */
export const schedule = z.object({
  /** From when the page may be shown; informative. */
  warmup_at: z.optional(time),
  /** When taking part begins. */
  start_at: time,
  /** When taking part ends. Required: an activity that nobody ends keeps costing money. */
  end_at: time,
});
export type Schedule = z.infer<typeof schedule>;

/** One show in the schedule. */
export const session = z.object({
  id: z.string(),
  title: localText,
  host: z.optional(localText),
  start_at: time,
  end_at: time,
  url: z.optional(httpsUrl),
});
export type Session = z.infer<typeof session>;

/** A named moment inside the live phase, such as "grand prize at 20:00". */
export const node = z.object({ id: z.string(), title: localText, at: time });
export type ActivityNode = z.infer<typeof node>;

/** What comes after the end. */
export const nextActivity = z.object({
  title: localText,
  start_at: z.optional(time),
  url: z.optional(httpsUrl),
});

/** One section of the rules. */
export const ruleSection = z.object({ id: z.string(), title: localText, body: localText });

/** Who may do what without signing in: `none` sees the public parts only, `view` has a state, `act` takes part. */
export const guestPolicy = z.enum(['none', 'view', 'act']);
export type GuestPolicy = z.infer<typeof guestPolicy>;

/** What every page needs, whatever widgets stand on it. Each widget reads its own section beside these. */
export const activityBase = z.object({
  id: z.string(),
  /** Counts up with every change; `live` names the newest. */
  version: count,
  title: localText,
  /** IANA zone of the activity, e.g. `Asia/Shanghai`: day boundaries and all shown times. */
  zone: z.string(),
  /** The page that delivery links and posters lead to. */
  landing: httpsUrl,
  schedule,
  guests: guestPolicy,
  /** Seconds over which pages spread the requests that a common moment would cause. */
  jitter_seconds: count,
  /** Seconds between two reads of `live`, before jitter. */
  live_seconds: count,
  sessions: z.array(session),
  nodes: z.array(node),
  next: z.optional(nextActivity),
  rules: z.array(ruleSection),
});
export type ActivityBase = z.infer<typeof activityBase>;

/** The whole answer of `activity.get`. */
export const publicActivity = z.extend(activityBase, {
  lottery: z.optional(publicLottery),
  invite: z.optional(publicInvite),
  tasks: z.optional(z.array(publicTask)),
  checkin: z.optional(publicCheckin),
  shop: z.optional(publicShop),
});
export type PublicActivity = z.infer<typeof publicActivity>;
