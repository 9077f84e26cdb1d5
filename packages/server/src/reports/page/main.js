// The report page: a form for the key, then the report, renewed every few seconds while it is looked at.
import { createConnection } from './connection.js';
import { createDashboard } from './dashboard.js';
import { createGate } from './gate.js';

const LIVE_MS = 10_000;
const app = /** @type {HTMLElement} */ (document.querySelector('#app'));
const query = new URLSearchParams(location.search);

/** @type {{ locale: import('./text.js').Locale, touch: 'first' | 'last', isLive: boolean }} */
const choice = {
  locale: (query.get('lang') ?? navigator.language).startsWith('zh') ? 'zh-CN' : 'en',
  touch: 'last',
  isLive: true,
};

/** From 0 to 1. */
const chance = () => (crypto.getRandomValues(new Uint8Array(1))[0] ?? 0) / 255;

function showGate(
  /** @type {'wrongKey' | 'notFound' | undefined} */ refused = undefined,
  activity = query.get('activity') ?? '',
) {
  const gate = createGate({ choice, activity, refused, open: showReport });
  app.replaceChildren(gate.element);
  gate.focus();
}

function showReport(/** @type {string} */ activity, /** @type {string} */ key) {
  const connection = createConnection(activity, key);
  let timer = 0;
  let turn = 0;
  let isOver = false;

  const renew = async () => {
    clearTimeout(timer);
    const mine = ++turn;
    dashboard.wait();
    const answer = await connection.read(choice.touch);
    if (isOver || mine !== turn) return;
    if ('refused' in answer) return leave(answer.refused);
    if ('report' in answer) dashboard.show(answer.report);
    else dashboard.trouble();
    plan('report' in answer ? LIVE_MS : answer.retryMs);
  };
  // Everybody who looks asks at a moment of their own.
  const plan = (/** @type {number} */ ms) => {
    if (choice.isLive && !document.hidden) timer = window.setTimeout(renew, ms * (0.8 + 0.4 * chance()));
  };
  const look = () => {
    clearTimeout(timer);
    if (choice.isLive && !document.hidden) renew();
  };
  const leave = (/** @type {'wrongKey' | 'notFound' | undefined} */ refused = undefined) => {
    isOver = true;
    clearTimeout(timer);
    document.removeEventListener('visibilitychange', look);
    showGate(refused, activity);
  };

  const dashboard = createDashboard({
    choice,
    renew,
    look,
    leave,
    async save(table) {
      const file = await connection.file({ table, touch: choice.touch, lang: choice.locale });
      if (!file) return;
      const link = document.createElement('a');
      link.href = URL.createObjectURL(file);
      link.download = `${activity}-${table}.csv`;
      link.click();
      URL.revokeObjectURL(link.href);
    },
  });
  document.addEventListener('visibilitychange', look);
  app.replaceChildren(dashboard.element);
  renew();
}

showGate();
