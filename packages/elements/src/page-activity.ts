// The activity that the script tag names: for widgets that stand in no <fanfare-activity>.
import type { Activity, ActivityOptions } from '@fanfare/core';
import type { Soon } from './api.js';
import type { Settings } from './settings.js';

export interface PageActivity {
  /** The page's activity, begun with the first call; undefined where the script tag names none. */
  activity(): Soon<Activity> | undefined;
  /** Gives it to a widget's element that has no other; settles when the element has it. */
  met(element: Element): Promise<void>;
}

export function createPageActivity(
  { activity: id, endpoint, channel, locale }: Settings,
  create: (options: ActivityOptions) => Soon<Activity>,
): PageActivity | undefined {
  if (!id || !endpoint) return undefined;
  let begun: Soon<Activity> | undefined;
  let running: Activity | undefined;

  const activity = () => {
    begun ??= create({ id, endpoint, channel, locale });
    return begun;
  };
  return {
    activity,
    async met(element) {
      if (element.closest(element.localName.replace(/[^-]+$/, 'activity'))) return;
      // Nothing is awaited once it runs: an element whose tag is defined must have it before it is drawn.
      running ??= await activity();
      (element as Element & { activity?: Activity }).activity ??= running;
    },
  };
}
