// The tables that a report is handed out as.
import type { LocalText, Report } from '@fanfare/protocol';
import type { Cell } from './csv.js';

type Rows = readonly (readonly Cell[])[];

/** A text in a language, or in any. */
const textOf = (text: LocalText | undefined, lang: string): string =>
  text?.[lang] ?? text?.['*'] ?? Object.values(text ?? {})[0] ?? '';

/** Columns of every step: `drawn_people`, `drawn_events` ... */
const heads = (report: Report, ...fields: string[]) =>
  report.steps.flatMap(({ id }) => fields.map((field) => `${id}_${field}`));

/** Every table by name; the first row is its head. */
export const tables: Record<string, (report: Report, lang: string) => Rows> = {
  steps: ({ steps }, lang) => [
    [
      'step',
      'title',
      'kind',
      'source',
      'name',
      'people',
      'events',
      'value',
      'rate',
      'share',
      'usual',
      'low',
      'causes',
    ],
    ...steps.map((step) => [
      ...[step.id, textOf(step.title, lang), step.kind, step.source, step.name, step.people, step.events],
      ...[step.value, step.rate, step.share, step.usual, step.low?.symptom],
      step.low?.causes.map(({ text }) => textOf(text, lang)).join('; '),
    ]),
  ],
  channels: (report, lang) => [
    [
      'channel',
      'title',
      'known',
      'reach',
      'people',
      'cost',
      'cost_per_person',
      'cost_per_goal',
      'worst',
    ].concat(heads(report, 'people', 'events', 'rate')),
    ...report.channels.map((one) => [
      ...[one.id, textOf(one.title, lang), one.is_known, one.reach, one.people],
      ...[one.cost, one.cost_per_person, one.cost_per_goal, one.worst],
      ...one.steps.flatMap(({ people, events, rate }) => [people, events, rate]),
    ]),
  ],
  half_days: (report) => [
    ['from', 'to', 'people', ...heads(report, 'people', 'events', 'value')],
    ...report.half_days.map(({ from, to, people, steps }) => [
      ...[from, to, people],
      ...steps.flatMap(({ people, events, value }) => [people, events, value]),
    ]),
  ],
  targets: ({ targets }) => [
    ['step', 'channel', 'target', 'actual', 'share', 'on_pace'],
    ...targets.map((one) => [one.step, one.channel, one.target, one.actual, one.share, one.is_on_pace]),
  ],
  costs: ({ costs }) => [['cost', 'fen'], ...Object.entries(costs)],
  records: ({ records }) => [
    ['record', 'people', 'events'],
    ...records.map(({ record, people, events }) => [record, people, events]),
  ],
};
