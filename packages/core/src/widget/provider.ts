// How a widget's element finds the activity around it, across shadow roots and before tags are defined.
import type { Activity } from '../activity/activity.js';

/** `<acme-lottery>` looks for `<acme-activity>`, which is of its own version. */
const providerTagFor = (element: Element) => element.localName.replace(/[^-]+$/, 'activity');

/** What `<fanfare-activity>` offers to the elements inside. */
export interface ActivityProvider extends HTMLElement {
  readonly activity: Activity | undefined;
  /** Calls back now and whenever the activity is another one; returns the function that stops it. */
  watch(listener: (activity: Activity | undefined) => void): () => void;
}

function providerOf(element: Element, tag: string): ActivityProvider | undefined {
  for (let at: Element | null = element; at; ) {
    const found = at.closest<ActivityProvider>(tag);
    if (found) return found;
    const root = at.getRootNode();
    at = root instanceof ShadowRoot ? root.host : null;
  }
  return undefined;
}

/** Follows the nearest provider's activity, unless one is given; `undefined` at once where there is no provider. */
export function watchProvider(
  element: Element,
  listener: (activity: Activity | undefined) => void,
  given?: Activity,
): () => void {
  const tag = providerTagFor(element);
  const provider = given ? undefined : providerOf(element, tag);
  if (!provider) {
    listener(given);
    return () => {};
  }
  if (provider.watch as unknown) return provider.watch(listener);
  // The tag is in the page but its code is not there yet.
  let stop = () => {};
  let isOver = false;
  void customElements.whenDefined(tag).then(() => {
    if (!isOver) stop = provider.watch(listener);
  });
  return () => {
    isOver = true;
    stop();
  };
}
