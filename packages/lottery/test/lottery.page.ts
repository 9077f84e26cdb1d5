// A lottery on a real page: real time, real animations, and a backend in the page.
import { browserWorld, mount, type OptionsOf } from '@fanfare/core';
import {
  type FakeActivityOptions,
  type FakeEnvironment,
  fakeActivity,
  fakeEnvironment,
  memoryStorage,
} from '@fanfare/core/testing';
import { lottery as widget } from '../src/index';
import type { lotteryConfig } from '../src/lottery.config';
import { backend, lottery } from './lottery.sample';

export type Options = OptionsOf<typeof lotteryConfig>;

/** Fast enough for a test, slow enough to be seen turning. */
export const QUICK = { minSpin: 800, confetti: false, haptics: false } as const;

const cleanups: (() => void)[] = [];

/** Undoes everything that was opened. */
export function closeAll(): void {
  for (const cleanup of cleanups.splice(0).reverse()) cleanup();
  document.body.replaceChildren();
}

export function activityOf({ handlers, definition, ...rest }: FakeActivityOptions = {}) {
  const environment: FakeEnvironment = {
    ...fakeEnvironment(Date.now()),
    ...browserWorld(),
    storage: memoryStorage(),
  };
  const { activity } = fakeActivity({
    environment,
    definition: { lottery, ...definition },
    handlers: { 'lottery.draw': backend().draw, ...handlers },
    ...rest,
  });
  cleanups.push(activity.destroy);
  return activity;
}

/** Waits until `find` finds something. */
export async function until<T>(find: () => T | null | undefined | false, patience = 9000): Promise<T> {
  for (const end = performance.now() + patience; ; ) {
    const found = find();
    if (found) return found;
    if (performance.now() > end) throw new Error(`nothing found within ${patience} ms: ${find}`);
    await new Promise((resolve) => setTimeout(resolve, 15));
  }
}

export async function show(options: Options = {}) {
  const place = document.body.appendChild(document.createElement('div'));
  const activity = options.activity ?? activityOf();
  const handle = mount(widget, place, { locale: 'en', ...QUICK, activity, ...options });
  cleanups.push(handle.destroy);
  const root = place.firstElementChild!.shadowRoot!;
  const button = () => root.querySelector<HTMLButtonElement>('.go')!;
  const status = () => root.querySelector('[role="status"]')?.textContent ?? '';
  const dialog = () => root.querySelector('dialog');
  // The tools come with the part that plays.
  await until(() => root.querySelector('.tools') && button());
  await activity.ready;
  return {
    place,
    activity,
    handle,
    root,
    button,
    status,
    dialog,
    turns: () => root.querySelector<HTMLElement>('.turns')!,
  };
}
