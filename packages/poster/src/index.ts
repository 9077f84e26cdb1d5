import '@fanfare/core/late/hand-over';
import { defineWidget } from '@fanfare/core';
import { posterConfig } from './poster.config.js';
import { createPoster } from './poster.controller.js';
import css from './poster.css?inline';
import { posterFacts } from './poster.facts.js';
import { posterText } from './poster.text.js';
import { PosterView } from './poster.view.js';

/** The poster widget: scenes to swipe, painted with a person's own data, to save and to share. */
export const poster = defineWidget({
  name: 'poster',
  needs: 'nothing',
  config: posterConfig,
  text: posterText,
  facts: posterFacts,
  create: createPoster,
  View: PosterView,
  css,
});

export * from './painter.js';
export type { PosterActions } from './poster.actions.js';
export type { PosterConfig, PosterOptions } from './poster.config.js';
export { createPoster } from './poster.controller.js';
export type { PosterState } from './poster.state.js';
