// An impression is half of an element visible for a second, counted once a page.

import { browserWorld, type World } from '@fanfare/core/environment';

/** What to watch and what to tell. */
export interface ImpressionTarget {
  element: Element;
  /** The event's name: `lottery.shown`. */
  event: string;
  properties?: Record<string, unknown>;
}

interface Tracking {
  track(name: string, properties?: Record<string, unknown>): unknown;
}

const SHARE = 0.5;
const VISIBLE_MS = 1000;
const counted = new WeakMap<Tracking, Set<string>>();

/**
 * Tracks each target once a page, when half of it (or, of one larger than the window, half of the window) has been
 * visible for a second. Returns the function that stops watching. Does nothing where there is no IntersectionObserver.
 */
export function observeImpressions(
  tracker: Tracking,
  targets: Iterable<ImpressionTarget>,
  { after, document }: Pick<World, 'after' | 'document'> = browserWorld(),
): () => void {
  if (typeof IntersectionObserver === 'undefined') return () => {};
  const done = counted.get(tracker) ?? new Set<string>();
  counted.set(tracker, done);
  const watched = new Map([...targets].map((target) => [target.element, target]));
  const timers = new Map<Element, () => void>();

  const stop = (element: Element) => {
    timers.get(element)?.();
    timers.delete(element);
  };
  const start = ({ element, event, properties }: ImpressionTarget) => {
    const count = () => {
      timers.delete(element);
      // A page nobody looks at shows nothing.
      if (document?.visibilityState === 'hidden') return start({ element, event, properties });
      observer.unobserve(element);
      const id = event + JSON.stringify(properties ?? {});
      if (done.has(id)) return;
      done.add(id);
      tracker.track(event, properties);
    };
    timers.set(element, after(VISIBLE_MS, count));
  };

  const observer = new IntersectionObserver(
    (entries) => {
      for (const { target, intersectionRatio, intersectionRect, rootBounds } of entries) {
        const fills = rootBounds ? intersectionRect.height / rootBounds.height : 0;
        const isSeen = intersectionRatio >= SHARE || fills >= SHARE;
        if (!isSeen) stop(target);
        else if (!timers.has(target)) start(watched.get(target)!);
      }
    },
    { threshold: [0, 0.1, 0.25, SHARE, 0.75, 1] },
  );
  for (const element of watched.keys()) observer.observe(element);
  return () => {
    observer.disconnect();
    for (const element of watched.keys()) stop(element);
  };
}
