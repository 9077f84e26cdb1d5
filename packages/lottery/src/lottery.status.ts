// What the lottery says under the stage: one line for every state.
import { localize, type Translate } from '@fanfare/core';
import { momentIn } from './lottery.date.js';
import { chancesLeft, type LotteryState } from './lottery.state.js';
import type { LotteryKey } from './lottery.text.js';
import { type Gate, gateOf } from './lottery.world.js';

/** Gates and refusals that have words of their own on the stage. */
const WORDS: { [reason in Gate | (string & {})]?: LotteryKey } = {
  absent: 'absent',
  ended: 'ended',
  paused: 'paused',
  warmup: 'warmup',
  not_started: 'warmup',
  'signed-out': 'signedOut',
  guest_forbidden: 'signedOut',
  unauthenticated: 'signedOut',
  offline: 'offline',
  'sold-out': 'soldOut',
  sold_out: 'soldOut',
  empty: 'empty',
  no_chances: 'empty',
};

/** Whether a refusal leads to the sign-in. */
export const needsSignIn = (state: LotteryState): boolean =>
  state.phase === 'refused'
    ? WORDS[state.code] === 'signedOut'
    : state.phase === 'rest' && gateOf(state.world) === 'signed-out';

/** The words for a refusal; undefined where they are in the pack that loads later. */
export const wordsForRefusal = (code: string): LotteryKey | undefined => WORDS[code];

/** One line in words; empty while nothing is known. */
export function statusOf(state: LotteryState, t: Translate<LotteryKey>, locale: string): string {
  const { world } = state;
  switch (state.phase) {
    case 'asking':
    case 'landing':
      return t('asking');
    case 'failed':
      return t('failed');
    case 'refused':
      return t(wordsForRefusal(state.code) ?? 'refused');
    case 'shown': {
      const prize = prizeName(state, locale);
      return state.draw.outcome === 'won' ? t('won', { prize }) : t('lost');
    }
    case 'rest': {
      const gate = gateOf(world);
      const next = world.chances?.next_at;
      if (gate === 'ready') return world.chances ? t('chances', { n: chancesLeft(state)! }) : t('ready');
      if (gate === 'paused' && world.notice) return localize(world.notice, locale);
      if (gate === 'empty' && next)
        return `${t('empty')} · ${t('next', { time: momentIn(world.zone, locale, next) })}`;
      const words = WORDS[gate];
      return words ? t(words) : '';
    }
  }
}

/** The name of the prize that a draw won, from the reward or from the table. */
export function prizeName({ world, ...play }: LotteryState, locale: string): string {
  if (play.phase !== 'shown') return '';
  const { prize, reward } = play.draw;
  const known =
    world.rewards.find(({ id }) => id === reward) ?? world.lottery?.prizes.find(({ id }) => id === prize);
  return localize(known?.name, locale);
}
