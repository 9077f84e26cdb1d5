import { createText } from '@fanfare/core';
import { describe, expect, it } from 'vitest';
import { laterText } from '../src/lottery.later-text';
import { emsOf, sizeOf } from '../src/lottery.name';
import { oddsOf } from '../src/lottery.odds';
import { playText } from '../src/lottery.play-text';
import { wordsForState } from '../src/lottery.play-words';
import { spell } from '../src/lottery.starts-in';
import type { LotteryState } from '../src/lottery.state';
import { lotteryText } from '../src/lottery.text';
import { drawOf, world } from './lottery.sample';

const t = createText(lotteryText, 'en');
const say = (change: Partial<LotteryState>) =>
  wordsForState(
    { phase: 'rest', world, latest: world, isSoundOn: false, ...change } as LotteryState,
    t,
    'en',
  );

describe('the line under the stage', () => {
  it.each<[string, Partial<LotteryState>]>([
    ['3 chances left', {}],
    ['1 chance left', { world: { ...world, chances: { ...world.chances!, left: 1 } } }],
    ['Tap to try your luck', { world: { ...world, chances: undefined } }],
    ['Luck is on its way…', { phase: 'asking', isResumed: false }],
    ['You won: A coupon', { phase: 'shown', draw: drawOf('coupon') }],
    ['Not this time', { phase: 'shown', draw: drawOf('luck') }],
    ['No answer yet. Your chance is safe.', { phase: 'failed', code: 'timeout' }],
    ['There is no such code. Please check it and try again.', { phase: 'refused', code: 'code_invalid' }],
    ['No chances left', { phase: 'refused', code: 'no_chances' }],
    ['That draw was not possible. Your chance is safe.', { phase: 'refused', code: 'brand_new_code' }],
    ['The host is speaking', { world: { ...world, isPaused: true, notice: { en: 'The host is speaking' } } }],
  ])('%s', (words, change) => {
    expect(say(change)).toBe(words);
  });

  it('names the zone of the next free chance', () => {
    const chances = { revision: 1, left: 0, used: 3, granted: 3, next_at: '2026-12-31T16:00:00Z' };
    expect(say({ world: { ...world, chances } }).replace(/\s/g, ' ')).toBe(
      'No chances left · Next free chance: Jan 1, 12:00 AM GMT+8',
    );
  });
});

it('says everything in both languages', () => {
  for (const pack of [lotteryText, playText, laterText])
    expect(Object.keys(pack['zh-CN'])).toEqual(Object.keys(pack.en));
});

it('spells the time to the start', () => {
  const more = createText(playText, 'en');
  expect([59, 3600, 86_399, 86_400, 200_000].map((left) => spell(left, more))).toEqual([
    '00:00:59',
    '01:00:00',
    '23:59:59',
    '1 day 00:00:00',
    '2 days 07:33:20',
  ]);
});

it('tells odds from 0 and from 1', () => {
  expect([1, 123, 3333, 5000, 9999, 10_000, 0].map((weight) => oddsOf(weight, 10_000, 'en'))).toEqual([
    '0.01%',
    '1.23%',
    '33.3%',
    '50%',
    '99.99%',
    '100%',
    '0%',
  ]);
  expect(oddsOf(1, 3_000_000, 'en')).toBe('0.0000333%');
});

it('writes names as large as they fit', () => {
  expect(sizeOf('奖', 70)).toBe(15);
  expect(sizeOf('龙年限定纪念金币礼盒装', 73)).toBeLessThan(13);
  expect(sizeOf('Congratulations', 60)).toBeLessThan(9);
  expect(emsOf('奖品')).toBe(2);
});
