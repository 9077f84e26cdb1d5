import { localize, type Translate } from '@fanfare/core';
import type { LotteryKey } from './lottery.text.js';
import { gateOf, type World } from './lottery.world.js';

/** What can be done now, in one line. */
export function wordsForGate(world: World, t: Translate<LotteryKey>, locale: string): string {
  const gate = gateOf(world);
  if (gate === 'paused' && world.notice) return localize(world.notice, locale);
  return gate === 'ready' && world.chances ? t('chances', { n: world.chances.left }) : t(gate);
}
