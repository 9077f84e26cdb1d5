// Tables: the numbers behind every chart, for eyes that want figures and for screen readers.
import { make } from './make.js';

/**
 * @param {string} caption Read out, not shown.
 * @param {readonly string[]} heads
 * @param {readonly (readonly (import('./make.js').Child)[])[]} rows The first cell names its row.
 */
export const tableOf = (caption, heads, rows) =>
  make(
    'table',
    {},
    make('caption', { class: 'hush' }, caption),
    make('thead', {}, make('tr', {}, ...heads.map((head) => make('th', { scope: 'col' }, head)))),
    make(
      'tbody',
      {},
      ...rows.map(([name, ...cells]) =>
        make('tr', {}, make('th', { scope: 'row' }, name), ...cells.map((cell) => make('td', {}, cell))),
      ),
    ),
  );
