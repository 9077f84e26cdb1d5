// Where the code of each tag is: one chunk beside this file for each, and some for what they share.
import type { Part, WidgetPart } from './part.js';

/** Loads the code of a tag, or has it at hand. */
export type Source<P extends Part = Part> = () => Promise<{ part: P }>;

/** What every widget stands on comes beside its own code, not after it. */
const onBase = <M>(own: Promise<M>): Promise<M> =>
  Promise.all([own, import('./parts/base.js')]).then(([module]) => module);

/** The widgets by name: `lottery` is `<fanfare-lottery>`. */
export const widgetSources: { [name: string]: Source<WidgetPart> } = {
  checkin: () => onBase(import('./parts/checkin.js')),
  countdown: () => onBase(import('./parts/countdown.js')),
  invite: () => onBase(import('./parts/invite.js')),
  lottery: () => onBase(import('./parts/lottery.js')),
  poster: () => onBase(import('./parts/poster.js')),
};

/** Every tag's code by the tag's name without its prefix. */
export const sources: { [name: string]: Source } = {
  activity: () => onBase(import('./parts/activity.js')),
  ...widgetSources,
};
