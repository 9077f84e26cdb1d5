// The five widgets on a rehearsal in a real page. Nothing may leave the page: a request to a network fails the test.
import '@fanfare/core/element';
import '@fanfare/checkin/element';
import '@fanfare/countdown/element';
import '@fanfare/invite/element';
import '@fanfare/lottery/element';
import '@fanfare/poster/element';
import type { Environment } from '@fanfare/core';
import { expect, vi } from 'vitest';
import type { createRehearsal } from '../src/index.js';

type Rehearsal = ReturnType<typeof createRehearsal>;

const WIDGETS = ['countdown', 'lottery', 'invite', 'checkin', 'poster'] as const;
type WidgetName = (typeof WIDGETS)[number];

const cleanups: (() => void)[] = [];
const asked: string[] = [];

/** Counts what would leave the page. */
export function watchNetwork(): void {
  const { fetch } = window;
  window.fetch = (input, init) => {
    const url = String(input instanceof Request ? input.url : input);
    // The test runner's own modules.
    if (!/\.invalid|example/.test(url)) return fetch(input, init);
    asked.push(url);
    return Promise.reject(new TypeError('nothing may leave the page'));
  };
}
export const askedOutside = () => asked;

export function leave(): void {
  for (const cleanup of cleanups.splice(0).reverse()) cleanup();
  document.body.replaceChildren();
}

/** Time limits and pauses between attempts pass this much faster. */
const hurried = (environment: Environment, times: number): Environment => ({
  ...environment,
  after: (ms, work) => environment.after(ms / times, work),
});

/** Puts widgets on a stage. `hurry`: how much faster the page gives up. */
export function stage(rehearsal: Rehearsal, { widgets = WIDGETS as readonly WidgetName[], hurry = 1 } = {}) {
  const provider = document.createElement('fanfare-activity');
  provider.setAttribute('activity', rehearsal.id);
  provider.setAttribute('locale', 'en');
  cleanups.push(rehearsal.attach(provider), rehearsal.close);
  if (hurry > 1) provider.environment = hurried(provider.environment!, hurry);
  for (const name of widgets) {
    const widget = document.createElement(`fanfare-${name}`);
    if (name === 'lottery') {
      widget.setAttribute('min-spin', '800');
      widget.setAttribute('confetti', 'false');
    }
    provider.append(widget);
  }
  document.body.append(provider);

  const root = (name: WidgetName) => provider.querySelector(`fanfare-${name}`)!.shadowRoot!;
  const textOf = (name: WidgetName) => root(name).querySelector('.root')?.textContent ?? '';
  return {
    root,
    textOf,
    /** Waits until a widget says it. */
    says: (name: WidgetName, words: string | RegExp) =>
      vi.waitFor(() => expect(textOf(name)).toMatch(words), { timeout: 9000, interval: 20 }),
    /** Waits for something in a widget and taps it. */
    async tap(name: WidgetName, selector: string) {
      const button = await vi.waitFor(
        () => {
          const found = root(name).querySelector<HTMLElement>(selector);
          if (!found || found.getAttribute('aria-disabled') === 'true') throw new Error(`no ${selector} yet`);
          return found;
        },
        { timeout: 9000, interval: 20 },
      );
      button.click();
    },
  };
}
