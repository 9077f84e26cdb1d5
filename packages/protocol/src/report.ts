// A report for operators: one answer from which every table and chart is made.
import * as z from 'zod/mini';
import { count, localText, money, time } from './primitives.js';
import { reportRecord, stepKind } from './report.definition.js';

/** People who did it (each counted once), how often it was done, and what a conversion's values add up to. */
const counted = { people: count, events: count, value: z.nullable(z.number()) };
const ratio = z.nullable(z.number());

/** Why people may stop at a step: a code for programs, words for people. */
export const cause = z.object({ code: z.string(), text: localText });
export type Cause = z.infer<typeof cause>;

const step = z.object({
  id: z.string(),
  ...counted,
  /** People of this step for each of the step before; of the first one for each whom a link was shown to. */
  rate: ratio,
});

const low = {
  /** What is low: `low_scan`, `low_click`, `low_draw` ... */
  symptom: z.string(),
  title: localText,
  causes: z.array(cause),
};

export const report = z.object({
  activity: z.string(),
  title: localText,
  zone: z.string(),
  /** Whether channels are those of a person's first visit, or those of the visit in which it was done. */
  touch: z.enum(['first', 'last']),
  /** What was stored by then is counted; `is_complete` is false while older events are still being added up. */
  as_of: time,
  is_complete: z.boolean(),
  from: time,
  to: time,
  /** Share of the live phase that is over. */
  elapsed: z.number(),
  /** Everybody of whom there is an event. */
  people: count,
  steps: z.array(
    z.extend(step, {
      title: localText,
      kind: stepKind,
      /** The event, fact or record that reaches it. */
      source: z.enum(['event', 'fact', 'record']),
      name: z.string(),
      /** People of this step for each of the first step. */
      share: ratio,
      usual: z.number(),
      is_low: z.boolean(),
      /** Of a low step. */
      low: z.nullable(z.object(low)),
    }),
  ),
  /** The step whose rate is lowest for what is usual; null while nobody has come. */
  worst: z.nullable(z.object({ step: z.string(), lost: count, ...low })),
  channels: z.array(
    z.object({
      /** Null: those who came by no channel. */
      id: z.nullable(z.string()),
      title: z.optional(localText),
      /** Whether the definition names it. */
      is_known: z.boolean(),
      reach: z.nullable(count),
      people: count,
      steps: z.array(step),
      /** Id of the step that is worst here. */
      worst: z.nullable(z.string()),
      cost: z.nullable(money),
      /** Fen. */
      cost_per_person: ratio,
      cost_per_goal: ratio,
    }),
  ),
  /** Half-days from midnight and noon of the zone; a person counts where it did the step first. */
  half_days: z.array(
    z.object({
      from: time,
      to: time,
      people: count,
      steps: z.array(z.object({ id: z.string(), ...counted })),
    }),
  ),
  /** The last 24 hours in quarters: people who came first then, and events of the steps. */
  recent: z.array(z.object({ from: time, people: count, events: count })),
  targets: z.array(
    z.object({
      step: z.string(),
      channel: z.nullable(z.string()),
      target: count,
      actual: count,
      share: z.number(),
      /** Whether the share is at least that of the live phase that is over. */
      is_on_pace: z.boolean(),
    }),
  ),
  /** Fen. `reserved` and `issued`: rewards that wait for their claim, and that were given. */
  costs: z.object({
    channels: money,
    fixed: money,
    reserved: money,
    issued: money,
    total: money,
    per_person: ratio,
    per_goal: ratio,
  }),
  /** What the backend itself has on record, to set beside what was tracked. */
  records: z.array(z.object({ record: reportRecord, people: count, events: count })),
});
export type Report = z.infer<typeof report>;
