import { localize, type Translate } from '@fanfare/core';
import type { LotteryKey } from './lottery.text.js';
import { gateOf, type World } from './lottery.world.js';

/** What can be done now, in one line. */
export function wordsForGate(world: World, t: Translate<LotteryKey>, locale: string): string {
  const gate = gateOf(world);
  const { chances, notice } = world;
  if (gate === 'ready' && chances) return t('chances', { n: chances.left });
  return gate === 'paused' && notice ? localize(notice, locale) : t(gate);
}
