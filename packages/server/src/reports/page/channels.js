// Channels side by side: who came, how far they went, where they stopped and what they cost.

import { bar } from './funnel.js';
import { make } from './make.js';
import { tableOf } from './table.js';

/**
 * @param {import('./words.js').Words} words
 * @param {import('./words.js').Report} report
 * @returns {import('./section.js').Parts}
 */
export function channelsOf(words, { channels, steps }) {
  const { text, whole, percent, money, title } = words;
  const most = Math.max(1, ...channels.map(({ people }) => people));
  const goalOf = (/** @type {typeof channels[number]} */ one) => one.steps[one.steps.length - 1]?.people ?? 0;
  const stepTitle = (/** @type {string | null} */ id) =>
    title(steps.find((step) => step.id === id)?.title) || '–';
  const nameOf = (/** @type {typeof channels[number]} */ one) =>
    make(
      'span',
      { class: 'who' },
      make('span', { dir: 'auto' }, words.channel(one)),
      one.id !== null && !one.is_known && one.id !== '' && make('span', { class: 'badge' }, text.unknown),
    );
  const row = (/** @type {typeof channels[number]} */ one) =>
    make(
      'li',
      { class: 'step' },
      make('div', { class: 'line' }, nameOf(one), make('span', { class: 'figure' }, whole(one.people))),
      bar(one.people / most),
      make(
        'div',
        { class: 'line small' },
        make('span', {}, `${text.goalRate} ${percent(one.people ? goalOf(one) / one.people : null)}`),
        one.worst && make('span', { class: 'muted' }, `${text.worst} ${stepTitle(one.worst)}`),
        one.cost !== null &&
          make('span', { class: 'muted end' }, `${text.perPerson} ${money(one.cost_per_person)}`),
      ),
    );
  return {
    title: text.channels,
    chart: [make('ul', { class: 'funnel' }, ...channels.slice(0, 12).map(row))],
    table: tableOf(
      text.channels,
      [
        text.channel,
        text.reach,
        ...steps.map((step) => title(step.title)),
        text.worst,
        text.cost,
        text.perPerson,
        text.perGoal,
      ],
      channels.map((one) => [
        nameOf(one),
        one.reach === null ? '–' : whole(one.reach),
        ...one.steps.map(({ people, rate }) => `${whole(people)} (${percent(rate)})`),
        ...[stepTitle(one.worst), money(one.cost), money(one.cost_per_person), money(one.cost_per_goal)],
      ]),
    ),
  };
}
