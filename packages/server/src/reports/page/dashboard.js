// The report as cards under one bar of controls.
import { channelsOf } from './channels.js';
import { funnelOf } from './funnel.js';
import { halfDaysOf } from './half-days.js';
import { make } from './make.js';
import { costsOf, recordsOf, targetsOf } from './money.js';
import { recentOf } from './recent.js';
import { createSection } from './section.js';
import { texts } from './text.js';
import { createWords } from './words.js';

/** @typedef {import('./words.js').Report} Report */
/**
 * @typedef {object} DashboardOptions
 * @property {{ locale: import('./text.js').Locale, touch: 'first' | 'last', isLive: boolean }} choice
 * @property {() => void} renew Asks for the report again.
 * @property {() => void} look Goes on, or stops, as `isLive` says.
 * @property {() => void} leave
 * @property {(table: string) => void} save
 */

/** @param {DashboardOptions} options */
export function createDashboard({ choice, renew, look, leave, save }) {
  /** @type {Report | undefined} */
  let latest;
  const heading = make('h1');
  const status = make('p', { class: 'small muted status' });
  const alert = make('p', { role: 'alert', class: 'alert', hidden: true });
  const live = make('button', {
    type: 'button',
    class: 'live',
    onclick: () => choose({ isLive: !choice.isLive }),
  });
  const last = make('button', { type: 'button', onclick: () => choose({ touch: 'last' }) });
  const first = make('button', { type: 'button', onclick: () => choose({ touch: 'first' }) });
  const touch = make('div', { class: 'switch', role: 'group' }, last, first);
  const language = make('button', {
    type: 'button',
    class: 'quiet',
    onclick: () => choose({ locale: choice.locale === 'en' ? 'zh-CN' : 'en' }),
  });
  const lock = make('button', { type: 'button', class: 'quiet', onclick: () => leave() });
  const tiles = make('dl', { class: 'tiles' });
  /** @type {[import('./section.js').Section, (words: import('./words.js').Words, report: Report) => import('./section.js').Parts][]} */
  const sections = [
    [createSection('steps', { csv: save }), funnelOf],
    [createSection('channels', { csv: save }), channelsOf],
    [createSection('recent', { isWide: true }), recentOf],
    [createSection('half_days', { isWide: true, csv: save }), halfDaysOf],
    [createSection('targets', { csv: save }), targetsOf],
    [createSection('costs', { csv: save }), costsOf],
    [createSection('records', { csv: save }), recordsOf],
  ];
  const element = make(
    'div',
    { class: 'report' },
    make(
      'header',
      { class: 'bar-of-controls' },
      make('div', { class: 'heading' }, heading, status),
      make('div', { class: 'controls' }, live, touch, language, lock),
    ),
    alert,
    make('main', {}, tiles, make('div', { class: 'cards' }, ...sections.map(([section]) => section.element))),
  );

  function choose(/** @type {Partial<typeof choice>} */ change) {
    Object.assign(choice, change);
    show();
    if ('touch' in change) renew();
    if ('isLive' in change) look();
  }

  function showControls() {
    const text = texts[choice.locale];
    document.documentElement.lang = choice.locale;
    live.textContent = choice.isLive ? text.live : text.paused;
    live.setAttribute('aria-pressed', String(choice.isLive));
    touch.setAttribute('aria-label', text.touch);
    last.textContent = text.touchLast;
    first.textContent = text.touchFirst;
    for (const [button, name] of /** @type {const} */ ([
      [last, 'last'],
      [first, 'first'],
    ]))
      button.setAttribute('aria-pressed', String(choice.touch === name));
    language.textContent = text.language;
    language.lang = choice.locale === 'en' ? 'zh-CN' : 'en';
    lock.textContent = text.lock;
  }

  function show() {
    showControls();
    if (!latest) return;
    const words = createWords(choice.locale, latest.zone);
    const { text, whole, roundMoney, percent, title, moment } = words;
    heading.textContent = title(latest.title);
    document.title = `${title(latest.title)} · ${text.name}`;
    status.textContent = `${text.asOf} ${moment(latest.as_of)} (${latest.zone})${latest.is_complete ? '' : ` · ${text.catchingUp}`}`;
    const goal = latest.steps[latest.steps.length - 1];
    /** @type {[string, string][]} */
    const figures = [
      [text.people, whole(latest.people)],
      [`${text.goal} · ${title(goal?.title)}`, whole(goal?.people ?? 0)],
      [text.elapsed, percent(latest.elapsed)],
      [text.costTotal, roundMoney(latest.costs.total)],
      [text.perPerson, roundMoney(latest.costs.per_person)],
      [text.perGoal, roundMoney(latest.costs.per_goal)],
    ];
    tiles.replaceChildren(
      ...figures.map(([name, value]) => make('div', {}, make('dt', {}, name), make('dd', {}, value))),
    );
    for (const [section, partsOf] of sections) section.show(words, partsOf(words, latest));
  }

  show();
  return {
    element,
    wait: () => element.setAttribute('aria-busy', 'true'),
    show(/** @type {Report} */ report) {
      latest = report;
      alert.hidden = true;
      element.setAttribute('aria-busy', 'false');
      show();
    },
    trouble() {
      alert.textContent = texts[choice.locale].trouble;
      alert.hidden = false;
      element.setAttribute('aria-busy', 'false');
    },
  };
}
