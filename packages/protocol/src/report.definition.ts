// The operator's side of the reports: the steps of the funnel, the channels and what they cost, the targets. Nothing
// of it ever leaves the server but through the admin API.
import * as z from 'zod/mini';
import { factName, id } from './definition.parts.js';
import { count, localText, money } from './primitives.js';

/** What a step asks of people; says what a low rate is called and what may cause it. */
export const stepKind = z.enum(['scan', 'view', 'click', 'draw', 'claim', 'share', 'convert']);
export type StepKind = z.infer<typeof stepKind>;

/** What the backend itself has on record: exact, whatever was tracked. */
export const reportRecord = z.enum([
  'joined',
  'drawn',
  'won',
  'claimed',
  'invited',
  'befriended',
  'checked_in',
]);
export type ReportRecord = z.infer<typeof reportRecord>;

/** A rate: above 0, at most 1. */
const rate = z.number().check(z.gt(0), z.maximum(1));
const channel = z.string().check(z.minLength(1), z.maxLength(128));

const step = z
  .strictObject({
    id,
    title: localText,
    kind: stepKind,
    /** The tracked event that reaches it, e.g. `lottery.tapped` ... */
    event: z.optional(factName),
    /** ... or the fact from the host's server (a conversion; values are added up) ... */
    fact: z.optional(factName),
    /** ... or what the backend has on record. */
    record: z.optional(reportRecord),
    /** The share of the people of the step before who usually come this far; below it the step is low. */
    usual: z.optional(rate),
  })
  .check(
    z.refine((s) => [s.event, s.fact, s.record].filter((source) => source !== undefined).length === 1, {
      message: 'expected one of "event", "fact" and "record"',
    }),
  );
export type ReportStep = z.infer<typeof step>;

export const reportDefinition = z.strictObject({
  /** What people go through, first to last; the last one is the goal. Absent: a funnel of the activity's widgets. */
  steps: z.optional(z.array(step).check(z.minLength(2), z.maxLength(12))),
  /** Delivery channels by the `channel_id` of their links. Others are reported too, as unknown ones. */
  channels: z._default(
    z.array(
      z.strictObject({
        id: channel,
        title: z.optional(localText),
        /** How many people the link or code was shown to. */
        reach: z.optional(count),
        /** What it cost, in fen. */
        cost: z.optional(money),
      }),
    ),
    [],
  ),
  /** What the activity costs whatever channels there are, in fen. Rewards come from the ledger and do not stand here. */
  fixed_cost: z._default(money, 0),
  targets: z._default(
    z.array(
      z.strictObject({
        /** Id of a step. */
        step: z.string(),
        /** Only the people of this channel. */
        channel: z.optional(channel),
        people: z.int().check(z.minimum(1)),
      }),
    ),
    [],
  ),
});
export type ReportDefinition = z.output<typeof reportDefinition>;
