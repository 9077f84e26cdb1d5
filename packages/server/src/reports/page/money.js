// Targets against what came, costs, and what the backend has on record.
import { bar } from './funnel.js';
import { make } from './make.js';
import { tableOf } from './table.js';

/** @typedef {import('./words.js').Words} Words */
/** @typedef {import('./words.js').Report} Report */
/** @typedef {import('./section.js').Parts} Parts */

/**
 * @param {Words} words
 * @param {Report} report
 * @returns {Parts}
 */
export function targetsOf(words, { targets, steps, channels, elapsed }) {
  const { text, whole, percent, title } = words;
  const nameOf = (/** @type {Report['targets'][number]} */ { step, channel }) => {
    const of = channels.find(({ id }) => id === channel);
    const name = title(steps.find(({ id }) => id === step)?.title);
    return channel === null ? name : `${name} · ${of ? words.channel(of) : channel}`;
  };
  return {
    title: text.targets,
    hint: text.pace,
    chart: [
      make(
        'ul',
        { class: 'funnel' },
        ...targets.map((one) =>
          make(
            'li',
            { class: 'step' },
            make(
              'div',
              { class: 'line' },
              make('span', { class: 'name' }, nameOf(one)),
              make(
                'span',
                { class: one.is_on_pace ? 'badge good' : 'badge' },
                one.is_on_pace ? text.onPace : text.behind,
              ),
              make('span', { class: 'figure' }, percent(one.share)),
            ),
            bar(one.share, one.is_on_pace ? 'fill good' : 'fill', elapsed),
            make('div', { class: 'line small muted' }, `${whole(one.actual)} / ${whole(one.target)}`),
          ),
        ),
      ),
    ],
    table: tableOf(
      text.targets,
      [text.step, text.target, text.actual, text.share],
      targets.map((one) => [nameOf(one), whole(one.target), whole(one.actual), percent(one.share)]),
    ),
  };
}

/**
 * @param {Words} words
 * @param {Report} report
 * @returns {Parts}
 */
export function costsOf({ text, money }, { costs }) {
  /** @type {[string, number | null][]} */
  const rows = [
    [text.costChannels, costs.channels],
    [text.costFixed, costs.fixed],
    [text.costIssued, costs.issued],
    [text.costReserved, costs.reserved],
    [text.costTotal, costs.total],
    [text.perPerson, costs.per_person],
    [text.perGoal, costs.per_goal],
  ];
  return {
    title: text.costs,
    chart: [
      make(
        'dl',
        { class: 'pairs' },
        ...rows.flatMap(([name, fen]) => [make('dt', {}, name), make('dd', {}, money(fen))]),
      ),
    ],
  };
}

/**
 * @param {Words} words
 * @param {Report} report
 * @returns {Parts}
 */
export const recordsOf = ({ text, whole }, { records }) => ({
  title: text.records,
  hint: text.recordsHint,
  chart: [
    make(
      'div',
      { class: 'plain' },
      tableOf(
        text.records,
        [text.step, text.people, text.times],
        records.map(({ record, people, events }) => [text[record], whole(people), whole(events)]),
      ),
    ),
  ],
});
