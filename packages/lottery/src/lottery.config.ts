import { flag, oneOf, text, whole } from '@fanfare/core';

/** The options of `<fanfare-lottery>` beside those of every widget. */
export const lotteryConfig = {
  /**
   * How the draw looks. A `grid` has eight cells: fewer prizes are repeated around it, more are shown on a wheel.
   *
   * @default 'wheel'
   */
  kind: oneOf(['wheel', 'grid'], 'wheel'),
  /**
   * For how long it turns at least before it slows down, in ms; slowing down takes about 2.5 s more.
   *
   * @default 1200
   */
  minSpin: whole(1200, 800, 10_000),
  /**
   * After how long without an answer it stops on no prize, in ms. The chance is kept, and an answer that comes
   * later is still shown.
   *
   * @default 12000
   */
  maxSpin: whole(12_000, 2000, 60_000),
  /**
   * A one-time code that opens one draw, from a parcel card, say. Used where the activity takes codes.
   *
   * @default ''
   */
  code: text(''),
  /**
   * Whether a win is celebrated with confetti; never where the device asks for less motion.
   *
   * @default true
   */
  confetti: flag(true),
  /**
   * Whether a phone that can vibrates on landing.
   *
   * @default true
   */
  haptics: flag(true),
  /**
   * Whether sound is on until the person chooses; a live room has a sound of its own.
   *
   * @default false
   */
  sound: flag(false),
};
