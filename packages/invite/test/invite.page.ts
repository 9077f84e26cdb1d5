// The widget on a real page, with a backend in the page.
import { browserWorld, mount, type OptionsOf } from '@fanfare/core';
import {
  type FakeActivityOptions,
  type FakeEnvironment,
  fakeActivity,
  fakeEnvironment,
  memoryStorage,
} from '@fanfare/core/testing';
import { invite as widget } from '../src/index';
import type { inviteConfig } from '../src/invite.config';
import { backend, definition, sectionsOf } from './invite.sample';

export type Options = OptionsOf<typeof inviteConfig>;

const cleanups: (() => void)[] = [];

/** Undoes everything that was opened. */
export function closeAll(): void {
  for (const cleanup of cleanups.splice(0).reverse()) cleanup();
  document.body.replaceChildren();
}

export interface Given extends FakeActivityOptions {
  /** The page's address as the widget sees it. */
  address?: string;
}

export function activityOf({ handlers, definition: more, address, ...rest }: Given = {}) {
  const environment: FakeEnvironment = {
    ...fakeEnvironment(Date.now()),
    ...browserWorld(),
    storage: memoryStorage(),
    location: () => new URL(address ?? window.location.href),
  };
  const server = backend();
  const { activity } = fakeActivity({
    environment,
    definition: { ...definition, ...more },
    sections: sectionsOf(),
    handlers: { 'tier.claim': server.claim, ...server.handlers, ...handlers },
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
  const handle = mount(widget, place, { locale: 'en', address: false, activity, ...options });
  cleanups.push(handle.destroy);
  const root = place.firstElementChild!.shadowRoot!;
  await activity.ready;
  await until(() => root.querySelector('.later'));
  const button = (name: string) =>
    [...root.querySelectorAll<HTMLElement>('button, a')].find(
      ({ textContent }) => textContent?.trim() === name,
    );
  return { place, activity, handle, root, button, words: () => root.querySelector('.root')!.textContent! };
}
