// People by half-day: a group of columns for each, a column for each step.
import { draw, make } from './make.js';
import { tableOf } from './table.js';

const HEIGHT = 180;
const COLUMN = 12;

/**
 * @param {import('./words.js').Words} words
 * @param {import('./words.js').Report} report
 * @returns {import('./section.js').Parts}
 */
export function halfDaysOf({ text, whole, halfDay, title, brief }, { half_days, steps }) {
  const most = Math.max(1, ...half_days.flatMap((one) => one.steps.map(({ people }) => people)));
  const width = steps.length * COLUMN;
  const group = (/** @type {typeof half_days[number]} */ one) => {
    const said = one.steps.map(({ people }, at) => `${title(steps[at]?.title)} ${whole(people)}`).join(', ');
    return make(
      'figure',
      { class: 'half' },
      draw(
        'svg',
        {
          class: 'columns',
          viewBox: `0 0 ${width} ${HEIGHT}`,
          preserveAspectRatio: 'none',
          role: 'img',
          'aria-label': `${halfDay(one.from)}: ${said}`,
        },
        ...one.steps.map(({ people }, at) => {
          const height = Math.max(people ? 1 : 0, (people / most) * HEIGHT);
          return draw('rect', {
            class: `tone-${at % 6}`,
            x: at * COLUMN + 1,
            width: COLUMN - 2,
            y: HEIGHT - height,
            height,
          });
        }),
      ),
      make('figcaption', {}, halfDay(one.from), make('b', {}, brief(one.people))),
    );
  };
  const legend = steps.map((step, at) =>
    make(
      'li',
      {},
      draw(
        'svg',
        { class: 'dot', viewBox: '0 0 8 8', 'aria-hidden': true },
        draw('rect', { class: `tone-${at % 6}`, width: 8, height: 8, rx: 2 }),
      ),
      title(step.title),
    ),
  );
  return {
    title: text.halfDays,
    hint: half_days.length ? '' : text.nothing,
    chart: half_days.length
      ? [
          make('ul', { class: 'legend' }, ...legend),
          make('div', { class: 'halves' }, ...half_days.map(group)),
        ]
      : [],
    table: tableOf(
      text.halfDays,
      [text.halfDay, text.people, ...steps.map((step) => title(step.title))],
      half_days.map((one) => [
        halfDay(one.from),
        whole(one.people),
        ...one.steps.map(({ people }) => whole(people)),
      ]),
    ),
  };
}
