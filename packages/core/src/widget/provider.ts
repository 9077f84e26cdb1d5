// How a widget's element finds the activity around it, across shadow roots and before tags are defined.
import type { Activity } from '../activity/activity.js';

export const PROVIDER_TAG = 'fanfare-activity';

/** What `<fanfare-activity>` offers to the elements inside. */
export interface ActivityProvider extends HTMLElement {
  readonly activity: Activity | undefined;
  /** Calls back now and whenever the activity is another one; returns the function that stops it. */
  watch(listener: (activity: Activity | undefined) => void): () => void;
}

function providerOf(element: Element): ActivityProvider | undefined {
  for (let at: Element | null = element; at; ) {
    const found = at.closest<ActivityProvider>(PROVIDER_TAG);
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
  const provider = given ? undefined : providerOf(element);
  if (!provider) {
    listener(given);
    return () => {};
  }
  if (provider.watch as unknown) return provider.watch(listener);
  // The tag is in the page but its code is not there yet.
  let stop = () => {};
  let isOver = false;
  void customElements.whenDefined(PROVIDER_TAG).then(() => {
    if (!isOver) stop = provider.watch(listener);
  });
  return () => {
    isOver = true;
    stop();
  };
}
