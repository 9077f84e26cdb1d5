import '@fanfare/core/late/hand-over';
import { defineWidget } from '@fanfare/core';
import { lotteryConfig } from './lottery.config.js';
import { createLottery } from './lottery.controller.js';
import css from './lottery.css?inline';
import { lotteryFacts } from './lottery.facts.js';
import { lotteryText } from './lottery.text.js';
import { LotteryView } from './lottery.view.js';

/** The lottery widget: a wheel or nine squares that land on the backend's prize. */
export const lottery = defineWidget({
  name: 'lottery',
  needs: 'activity',
  config: lotteryConfig,
  text: lotteryText,
  facts: lotteryFacts,
  create: createLottery,
  View: LotteryView,
  css,
});

export { createLottery } from './lottery.controller.js';
export type { LotteryActions } from './lottery.engine.js';
export type { DrawnFact } from './lottery.facts.js';
export type { LotteryState } from './lottery.state.js';
export { type Gate, gateOf, type World } from './lottery.world.js';
