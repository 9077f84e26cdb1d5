// One line for every state, beside the buttons that lead on from it.
import { localize, type Translate } from '@fanfare/core';
import { momentIn } from './lottery.date.js';
import { type PlayKey, playText } from './lottery.play-text.js';
import type { LotteryState } from './lottery.state.js';
import type { LotteryKey } from './lottery.text.js';
import { wordsForGate } from './lottery.words.js';
import { gateOf } from './lottery.world.js';

/** Refusals that say what a gate says. */
const AS_GATE: { [code: string]: LotteryKey } = {
  not_started: 'warmup',
  ended: 'ended',
  paused: 'paused',
  sold_out: 'sold-out',
  no_chances: 'empty',
  guest_forbidden: 'signed-out',
  unauthenticated: 'signed-out',
};
/** Refusals with words of their own. */
const REASONS: { [code: string]: PlayKey } = {
  denied: 'denied',
  challenge_required: 'challenge',
  code_invalid: 'codeInvalid',
  code_used: 'codeUsed',
};

export function wordsForState(state: LotteryState, t: Translate<LotteryKey>, locale: string): string {
  const { world } = state;
  const more = t.with(playText);
  switch (state.phase) {
    case 'asking':
    case 'landing':
      return t('asking');
    case 'failed':
      return more('failed');
    case 'refused': {
      const gate = AS_GATE[state.code];
      return gate ? t(gate) : more(REASONS[state.code] ?? 'refused');
    }
    case 'shown':
      return state.draw.outcome === 'won' ? more('won', { prize: prizeName(state, locale) }) : more('lost');
    case 'rest': {
      const words = wordsForGate(world, t, locale);
      const next = gateOf(world) === 'empty' && world.chances?.next_at;
      return next ? `${words} · ${more('next', { time: momentIn(world.zone, locale, next) })}` : words;
    }
  }
}

/** The name of the prize that is shown, from the reward or from the table. */
export function prizeName({ world, ...play }: LotteryState, locale: string): string {
  if (play.phase !== 'shown') return '';
  const { prize, reward } = play.draw;
  const known =
    world.rewards.find(({ id }) => id === reward) ?? world.lottery?.prizes.find(({ id }) => id === prize);
  return localize(known?.name, locale);
}
