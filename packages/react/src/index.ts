'use client';

// Every widget as a React component, one line each.
import { checkin } from '@fanfare/checkin';
import { countdown } from '@fanfare/countdown';
import { invite } from '@fanfare/invite';
import { lottery } from '@fanfare/lottery';
import { poster } from '@fanfare/poster';
import { type ComponentOf, createComponent } from './create-component.js';

export { FanfareActivity, type FanfareActivityProps, useActivity } from './activity.js';
export { type ComponentOf, createComponent, type WidgetProps } from './create-component.js';
export type { EventProps, Problem } from './events.js';

/** `<fanfare-countdown>` as a component. */
export const Countdown: ComponentOf<typeof countdown> = /* @__PURE__ */ createComponent(countdown);
/** `<fanfare-lottery>` as a component. */
export const Lottery: ComponentOf<typeof lottery> = /* @__PURE__ */ createComponent(lottery);
/** `<fanfare-poster>` as a component. */
export const Poster: ComponentOf<typeof poster> = /* @__PURE__ */ createComponent(poster);
/** `<fanfare-invite>` as a component. */
export const Invite: ComponentOf<typeof invite> = /* @__PURE__ */ createComponent(invite);
/** `<fanfare-checkin>` as a component. */
export const Checkin: ComponentOf<typeof checkin> = /* @__PURE__ */ createComponent(checkin);
