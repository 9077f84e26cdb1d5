import { defineWidget } from '@fanfare/core';
import { countdownConfig } from './countdown.config.js';
import { createCountdown } from './countdown.controller.js';
import css from './countdown.css?inline';
import { countdownFacts } from './countdown.facts.js';
import { countdownText } from './countdown.text.js';
import { CountdownView } from './countdown.view.js';

/** The countdown: to a moment, to an activity's start and end, or through a schedule. */
export const countdown = defineWidget({
  name: 'countdown',
  config: countdownConfig,
  text: countdownText,
  needs: 'nothing',
  create: createCountdown,
  View: CountdownView,
  css,
  facts: countdownFacts,
});
export type { Aim, Toward } from './countdown.aim.js';
export type { CalendarEntry, CountdownConfig, CountdownOptions } from './countdown.config.js';
export { type CountdownActions, createCountdown } from './countdown.controller.js';
export type { CountdownState, Reminder, Said, Scene } from './countdown.state.js';
export type { CountdownKey } from './countdown.text.js';
