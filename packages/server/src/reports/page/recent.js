// The last 24 hours in quarters of an hour: new people as an area.
import { draw, make } from './make.js';
import { tableOf } from './table.js';

const [WIDTH, HEIGHT] = [960, 200];

/**
 * @param {import('./words.js').Words} words
 * @param {import('./words.js').Report} report
 * @returns {import('./section.js').Parts}
 */
export function recentOf({ text, whole, clock, brief }, { recent }) {
  const most = Math.max(1, ...recent.map(({ people }) => people));
  const step = WIDTH / Math.max(1, recent.length - 1);
  const points = recent.map(
    ({ people }, at) => `${(at * step).toFixed(1)},${(HEIGHT - (people / most) * HEIGHT * 0.94).toFixed(1)}`,
  );
  const peak = recent.find(({ people }) => people === most);
  const said = peak ? `${text.peak} ${whole(most)} · ${clock(peak.from)}` : text.nothing;
  const hours = recent.filter((_, at) => at % 24 === 0);
  return {
    title: text.recent,
    hint: `${text.recentPeople} · ${said}`,
    chart: [
      make(
        'figure',
        {},
        make('span', { class: 'top', 'aria-hidden': true }, brief(most)),
        draw(
          'svg',
          {
            class: 'area',
            viewBox: `0 0 ${WIDTH} ${HEIGHT}`,
            preserveAspectRatio: 'none',
            role: 'img',
            'aria-label': `${text.recentPeople}: ${said}`,
          },
          ...[0.25, 0.5, 0.75].map((part) =>
            draw('line', { class: 'grid', x1: 0, x2: WIDTH, y1: HEIGHT * part, y2: HEIGHT * part }),
          ),
          draw('polygon', { class: 'under', points: `0,${HEIGHT} ${points.join(' ')} ${WIDTH},${HEIGHT}` }),
          draw('polyline', { class: 'over', points: points.join(' ') }),
        ),
        make(
          'div',
          { class: 'axis', 'aria-hidden': true },
          ...hours.map(({ from }) => make('span', {}, clock(from))),
        ),
      ),
    ],
    table: tableOf(
      text.recent,
      [text.time, text.people, text.events],
      recent
        .filter(({ people, events }) => people || events)
        .map(({ from, people, events }) => [clock(from), whole(people), whole(events)]),
    ),
  };
}
