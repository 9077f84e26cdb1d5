// A card of the page. What people hold on to (headings, buttons, opened tables) stays; only what is inside is renewed.
import { make } from './make.js';

/**
 * @typedef {object} Section
 * @property {HTMLElement} element
 * @property {(words: import('./words.js').Words, parts: Parts) => void} show
 */
/**
 * @typedef {object} Parts
 * @property {string} title
 * @property {string} [hint]
 * @property {import('./make.js').Child[]} chart
 * @property {HTMLTableElement} [table] Behind the chart.
 */

/**
 * @param {string} id
 * @param {{ isWide?: boolean, csv?: (table: string) => void }} options `csv`: downloads the section's table of that id.
 * @returns {Section}
 */
export function createSection(id, { isWide = false, csv } = {}) {
  const heading = make('h2', { id: `${id}-title` });
  const button = make('button', { type: 'button', class: 'quiet', onclick: () => csv?.(id) });
  const hint = make('p', { class: 'hint' });
  const chart = make('div', { class: 'chart' });
  const summary = make('summary');
  const scroll = make('div', {
    class: 'scroll',
    tabindex: 0,
    role: 'group',
    'aria-labelledby': `${id}-title`,
  });
  const details = make('details', {}, summary, scroll);
  const element = make(
    'section',
    { class: isWide ? 'card wide' : 'card', id, 'aria-labelledby': `${id}-title` },
    make('header', {}, heading, csv && button),
    hint,
    chart,
    details,
  );
  return {
    element,
    show({ text }, { title, hint: said = '', chart: children, table }) {
      heading.textContent = title;
      button.textContent = text.csv;
      button.setAttribute('aria-label', `${title}: ${text.csv}`);
      hint.textContent = said;
      hint.hidden = said === '';
      chart.replaceChildren(...children.filter((child) => child instanceof Node));
      summary.textContent = text.table;
      details.hidden = !table;
      scroll.replaceChildren(...(table ? [table] : []));
    },
  };
}
