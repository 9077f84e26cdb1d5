// The operator's definition of an activity, as JSON that people write. Strict: a misspelt key is an error that
// names it. What of it may become public is decided in the server's projection against `publicActivity`.
import * as z from 'zod/mini';
import { guestPolicy, nextActivity, node, ruleSection, schedule, session } from './activity.js';
import { checkinDefinition, shopDefinition } from './checkin.definition.js';
import { id } from './definition.parts.js';
import { guard } from './guard.js';
import { inviteDefinition } from './invite.definition.js';
import { lotteryDefinition } from './lottery.definition.js';
import { count, httpsUrl, localText, money } from './primitives.js';
import { raffleDefinition } from './raffle.js';
import { reportDefinition } from './report.definition.js';

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
    raffles: z._default(z.array(raffleDefinition), []),
    next: z.optional(nextActivity),
    rules: z._default(z.array(ruleSection), []),
    lottery: z.optional(lotteryDefinition),
    invite: z.optional(inviteDefinition),
    checkin: z.optional(checkinDefinition),
    shop: z.optional(shopDefinition),
    /** Money that all red envelopes of the activity come from, in fen; what is left of it is public. */
    pool: z.optional(money),
    guards: z._default(z.array(guard), []),
    /** Steps, channels, costs and targets of the reports. */
    report: z.optional(reportDefinition),
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
