// Shows, on the page under test, which planned events have fired and where each event is.
import type { Plan } from '../plan/plan.js';
import type { Inspection, Tracker, TrackerEvents } from '../tracker.js';
import { copyText } from './copy-text.js';
import { createCoverage } from './coverage.js';
import { fill, overlayText } from './overlay.text.js';
import { element, openPanel, refill } from './panel.js';

/** Often enough to watch, seldom enough not to slow what is watched. */
const REFRESH_MS = 250;

/** Opens the panel over what has been and what comes; returns the function that closes it. */
export function openOverlay(
  tracker: Tracker,
  plan: Plan | undefined,
  past: readonly TrackerEvents['state'][] = [],
): () => void {
  const t = overlayText(document.documentElement.lang || navigator.language);
  const coverage = createCoverage(plan);
  for (const detail of past) coverage.hear(detail);
  const { root, close } = openPanel();
  let batch: TrackerEvents['batch'] | undefined;
  let inspection: Inspection | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;

  const counters = element('p', { 'data-part': 'counters' });
  const facts = element('p', { 'data-part': 'facts' });
  const planTitle = element('h3');
  const planned = element('ul', { 'data-part': 'plan' });
  const events = element('ul', { 'data-part': 'events' });
  const said = element('p', { role: 'status' });
  const copy = element('button', { type: 'button' }, t.copy);
  const toggle = element('button', { type: 'button', 'aria-expanded': 'true' }, t.hide);
  const body = element(
    'div',
    {},
    counters,
    facts,
    planTitle,
    planned,
    element('h3', {}, t.events),
    events,
    copy,
    said,
  );
  root.append(
    element(
      'section',
      { 'aria-label': t.title },
      element('header', {}, element('h2', {}, t.title), toggle),
      body,
    ),
  );

  const line = (state: string, name: string, more: string) =>
    element('li', { 'data-state': state }, element('span', {}, name), element('span', {}, more));

  function draw() {
    timer = undefined;
    const list = coverage.planned();
    const fired = list.filter(({ count }) => count > 0);
    refill(
      counters,
      Object.entries(tracker.stats())
        .map(([name, count]) => `${name} ${count}`)
        .join(' · '),
    );
    const offset = inspection?.clockOffset;
    refill(
      facts,
      [
        offset === undefined ? t.noClock : fill(t.clock, { ms: offset }),
        batch ? fill(t.request, { id: batch.requestId ?? batch.outcome }) : '',
      ].join(' · '),
    );
    refill(planTitle, fill(t.plan, { done: fired.length, all: list.length }));
    refill(
      planned,
      ...list.map(({ name, count }) =>
        line(count ? 'fired' : 'open', `${count ? '☑' : '☐'} ${name}`, count ? `×${count}` : ''),
      ),
    );
    const last = coverage.last();
    refill(
      events,
      ...(last.length ? [] : [element('li', {}, t.none)]),
      ...last.map(({ name, state }) =>
        line(state, coverage.isPlanned(name) ? name : `${name} (${t.unplanned})`, state),
      ),
    );
  }
  const redraw = () => {
    timer ??= setTimeout(draw, REFRESH_MS);
  };

  const offs = [
    tracker.on('state', (detail) => {
      coverage.hear(detail);
      redraw();
    }),
    tracker.on('batch', (detail) => {
      batch = detail;
      void tracker.inspect().then((found) => {
        inspection = found;
        redraw();
      });
    }),
  ];
  toggle.addEventListener('click', () => {
    body.hidden = !body.hidden;
    toggle.setAttribute('aria-expanded', String(!body.hidden));
    refill(toggle, body.hidden ? t.show : t.hide);
  });
  copy.addEventListener('click', async () => {
    const report = {
      ...(await tracker.inspect()),
      address: location.origin + location.pathname,
      agent: navigator.userAgent,
      lastRequest: batch,
      plan: coverage.planned(),
      events: coverage.last(),
    };
    if (await copyText(JSON.stringify(report, null, 2), body)) refill(said, t.copied);
  });
  draw();
  return () => {
    clearTimeout(timer);
    for (const off of offs) off();
    close();
  };
}
