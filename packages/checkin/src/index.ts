import '@fanfare/core/late/hand-over';
import { defineWidget } from '@fanfare/core';
import { checkinConfig } from './checkin.config.js';
import { createCheckin } from './checkin.controller.js';
import css from './checkin.css?inline';
import { checkinFacts } from './checkin.facts.js';
import { checkinText } from './checkin.text.js';
import { CheckinView } from './checkin.view.js';

/** The check-in: a tap a day, laps with milestones, make-ups, a month and a points mall. */
export const checkin = defineWidget({
  name: 'checkin',
  needs: 'activity',
  config: checkinConfig,
  text: checkinText,
  facts: checkinFacts,
  create: createCheckin,
  View: CheckinView,
  css,
});

export type { CheckinConfig, CheckinOptions } from './checkin.config.js';
export { createCheckin } from './checkin.controller.js';
export type { CheckinActions } from './checkin.engine.js';
export type { CheckedFact } from './checkin.facts.js';
export type { CheckinState } from './checkin.state.js';
export type { Pay, Wish } from './checkin.wish.js';
