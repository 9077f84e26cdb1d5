// The funnel: a bar for each step, what is lost between two of them, and why the weakest one may be weak.
import { draw, make } from './make.js';
import { tableOf } from './table.js';

/** @typedef {import('./words.js').Report} Report */

/** @param {number} share */
export const bar = (share, kind = 'fill', mark = /** @type {number | null} */ (null)) =>
  draw(
    'svg',
    { class: 'bar', viewBox: '0 0 100 4', preserveAspectRatio: 'none', 'aria-hidden': true },
    draw('rect', { class: 'track', width: 100, height: 4 }),
    draw('rect', { class: kind, width: Math.max(0, Math.min(1, share)) * 100, height: 4 }),
    mark !== null && draw('rect', { class: 'mark', x: Math.min(99.4, mark * 100), width: 0.6, height: 4 }),
  );

/**
 * @param {import('./words.js').Words} words
 * @param {Report['steps'][number]} step
 * @param {{ most: number, isFirst: boolean, isWorst: boolean }} place
 */
function rowOf({ text, whole, percent, title, money }, step, { most, isFirst, isWorst }) {
  return make(
    'li',
    { class: isWorst ? 'step worst' : 'step' },
    make(
      'div',
      { class: 'line' },
      make('span', { class: 'name' }, title(step.title)),
      isWorst && make('span', { class: 'badge strong' }, text.worst),
      step.is_low && !isWorst && make('span', { class: 'badge' }, text.low),
      make('span', { class: 'figure' }, whole(step.people)),
    ),
    bar(most ? step.people / most : 0, isWorst ? 'fill weak' : 'fill'),
    make(
      'div',
      { class: 'line small' },
      make('span', {}, `${isFirst ? text.scanRate : text.rate} ${percent(step.rate)}`),
      make('span', { class: 'muted' }, `${text.usual} ${percent(step.usual)}`),
      step.value !== null && make('span', { class: 'muted' }, `${text.value} ${money(step.value)}`),
      make('span', { class: 'muted end' }, `${text.events} ${whole(step.events)}`),
    ),
  );
}

/**
 * @param {import('./words.js').Words} words
 * @param {Report} report
 * @returns {import('./section.js').Parts}
 */
export function funnelOf(words, { steps, worst }) {
  const { text, whole, percent, title, money } = words;
  const most = Math.max(...steps.map(({ people }) => people));
  const weakest = steps.find(({ id }) => id === worst?.step);
  const why =
    worst &&
    weakest &&
    make(
      'aside',
      { class: 'why' },
      make(
        'p',
        {},
        make('strong', {}, `${title(weakest.title)} · ${title(worst.title)}`),
        ` ${whole(worst.lost)} ${text.lost}`,
      ),
      make('p', { class: 'small muted' }, text.causes),
      make('ol', {}, ...worst.causes.map((cause) => make('li', {}, title(cause.text)))),
    );
  return {
    title: text.funnel,
    hint: text.peopleHint,
    chart: [
      make(
        'ol',
        { class: 'funnel' },
        ...steps.map((step, at) =>
          rowOf(words, step, { most, isFirst: at === 0, isWorst: step === weakest }),
        ),
      ),
      why || '',
    ],
    table: tableOf(
      text.funnel,
      [text.step, text.people, text.events, text.rate, text.share, text.usual, text.value],
      steps.map((step) => [
        title(step.title),
        ...[whole(step.people), whole(step.events)],
        ...[percent(step.rate), percent(step.share), percent(step.usual), money(step.value)],
      ]),
    ),
  };
}
