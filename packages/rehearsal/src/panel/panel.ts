import { defineWidget } from '@fanfare/core';
import { rehearsalConfig } from './rehearsal.config.js';
import { createPanel } from './rehearsal.controller.js';
import css from './rehearsal.css?inline';
import { rehearsalText } from './rehearsal.text.js';
import { RehearsalView } from './rehearsal.view.js';

/** The control panel: time, who is on stage, what goes wrong, and the state as a file. */
export const panel = defineWidget({
  name: 'rehearsal',
  config: rehearsalConfig,
  text: rehearsalText,
  needs: 'nothing',
  create: createPanel,
  View: RehearsalView,
  css,
  facts: {},
});
