// The phase as an attribute of the page, for its styles.
import type { Activity } from '@fanfare/core';

export function followPhase(activity: Activity): void {
  activity.currentPhase.subscribe((phase) => {
    if (phase) document.documentElement.dataset.phase = phase;
  });
}
