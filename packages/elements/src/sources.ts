// Where the code of each tag is: one chunk beside this file for each, and one for what they share.

/** Loads the code that defines a tag; done when the tag is defined. */
export type Sources = Record<string, () => Promise<unknown>>;

/** By tag, without the prefix: `lottery` is `<fanfare-lottery>`. */
export const sources: Sources = {
  activity: () => import('@fanfare/core/element'),
  checkin: () => import('@fanfare/checkin/element'),
  countdown: () => import('@fanfare/countdown/element'),
  invite: () => import('@fanfare/invite/element'),
  lottery: () => import('@fanfare/lottery/element'),
  poster: () => import('@fanfare/poster/element'),
};
