// What is tracked: this page's own event, each widget when it is seen, and all that widgets tell. The plan is written
// by the widgets in use; its funnel is the one that activity.json reports.
import { checkin } from '@fanfare/checkin';
import { countdown } from '@fanfare/countdown';
import { invite } from '@fanfare/invite';
import { lottery } from '@fanfare/lottery';
import { poster } from '@fanfare/poster';
import { createTracker, definePlan, observeImpressions } from '@fanfare/track';

const widgets = { checkin, countdown, invite, lottery, poster };

/** The plan: `planToMarkdown(plan)` writes it down for people. */
const plan = definePlan(widgets, { 'page.opened': { trigger: 'the page was opened' } }, [
  'page.opened',
  'lottery.shown',
  'lottery.tapped',
  'lottery.drawn',
]);

/** Tracks that the page was opened and what of it is seen; given to the activity, it hears all that widgets tell. */
export function startTracking(provider: HTMLElementTagNameMap['fanfare-activity']): void {
  // The publishable key of the project; the reference server knows this one in development. The activity brings the
  // way to the backend, the channel and the participant.
  const tracker = createTracker({ key: 'pk_demo', plan });
  provider.tracker = tracker;
  let isOpen = false;
  provider.watch((activity) => {
    if (!activity || isOpen) return;
    isOpen = true;
    void tracker.track('page.opened');
  });
  observeImpressions(
    tracker,
    Object.keys(widgets).flatMap((name) =>
      [...document.querySelectorAll(`fanfare-${name}`)].map((element) => ({
        element,
        event: `${name}.shown`,
      })),
    ),
  );
}
