// Looks for new friends: every so often with jitter while the page is seen and the activity is on, never otherwise.
import { type Activity, createCleanup } from '@fanfare/core';

/** Back on the page, one looks within this time. */
const SOON_MS = 1000;

export function startPoll(activity: Activity, seconds: number): () => void {
  const { after, random, document } = activity.environment;
  const cleanup = createCleanup();
  let cancel = () => {};
  let isOver = false;

  const isWanted = () =>
    document?.visibilityState !== 'hidden' &&
    activity.currentPhase.peek() === 'live' &&
    activity.section('invite').peek() !== undefined;
  const plan = (ms: number) => {
    cancel();
    if (!isOver) cancel = after(ms, look);
  };
  const planNext = () => plan(seconds * 1000 * (0.8 + random() * 0.4));
  function look() {
    // Hidden pages wait for their return; others go on waiting for what is not there yet.
    if (document?.visibilityState === 'hidden') return;
    if (!isWanted()) planNext();
    else void activity.refreshParticipant().then(planNext, planNext);
  }

  cleanup.listen(document, 'visibilitychange', () => {
    if (document?.visibilityState === 'hidden') cancel();
    else plan(random() * SOON_MS);
  });
  planNext();
  cleanup.add(() => {
    isOver = true;
    cancel();
  });
  return cleanup.run;
}
