import { defineWidget } from '@fanfare/core';
import { noveltyConfig } from './novelty.config.js';
import { createNovelty } from './novelty.controller.js';
import css from './novelty.css?inline';
import { noveltyFacts } from './novelty.facts.js';
import { noveltyText } from './novelty.text.js';
import { NoveltyView } from './novelty.view.js';

/** The novelty: say here in one sentence what people do with it. */
export const novelty = defineWidget({
  name: 'novelty',
  config: noveltyConfig,
  text: noveltyText,
  needs: 'activity',
  create: createNovelty,
  View: NoveltyView,
  css,
  facts: noveltyFacts,
});
export type { NoveltyConfig, NoveltyOptions } from './novelty.config.js';
export { createNovelty, type NoveltyActions } from './novelty.controller.js';
export type { NoveltyState } from './novelty.state.js';
export type { NoveltyKey } from './novelty.text.js';
