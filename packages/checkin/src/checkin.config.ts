// What a host may set. Each key is an attribute of the element, a property and an option of `mount` alike.
import { type ConfigInput, type ConfigOf, flag, oneOf } from '@fanfare/core';

export const checkinConfig = {
  /**
   * What the days are shown as: the stations of the lap, or the month's calendar. The calendar can be opened below
   * the lap as well.
   *
   * @default 'lap'
   */
  view: oneOf(['lap', 'month'], 'lap'),
  /**
   * Whether points, their history and the mall can be opened, where the activity has them.
   *
   * @default true
   */
  mall: flag(true),
  /**
   * Whether the participant's group is shown, where there is one.
   *
   * @default true
   */
  group: flag(true),
  /**
   * Whether points fly from the button to the balance; never where the device asks for less motion.
   *
   * @default true
   */
  flight: flag(true),
};

/** A check-in's options, all of them filled in. */
export type CheckinConfig = ConfigOf<typeof checkinConfig>;
/** A check-in's options as a host writes them. */
export type CheckinOptions = ConfigInput<typeof checkinConfig>;
