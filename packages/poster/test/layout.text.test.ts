import { describe, expect, test } from 'vitest';
import { layoutText } from '../src/layout/text.js';
import { ruler } from './ruler.js';

const set = (text: string, rest: object = {}) =>
  layoutText({ type: 'text', name: 'Layer "t"', text, size: 10, lineHeight: 1, ...rest }, ruler);
const texts = (text: string, rest: object = {}) => set(text, rest).lines.map((line) => line.text);

describe('layoutText', () => {
  test('stays on one line without a width', () => {
    expect(texts('新春嘉年华大家好')).toEqual(['新春嘉年华大家好']);
  });
  test('wraps in a width and cuts after the last line allowed', () => {
    const block = set('新春嘉年华大家好', { width: 30, maxLines: 2 });
    expect(block.lines.map((line) => line.text)).toEqual(['新春嘉', '年华…']);
    expect(block.cut).toBe(true);
  });
  test('cuts by grapheme, never within an emoji', () => {
    expect(texts('👨‍👩‍👧‍👦👨‍👩‍👧‍👦👨‍👩‍👧‍👦👨‍👩‍👧‍👦', { width: 30, maxLines: 1, wrap: 'none' })).toEqual([
      '👨‍👩‍👧‍👦👨‍👩‍👧‍👦…',
    ]);
  });
  test('shrinks until the text fits, and no further', () => {
    const block = set('新春嘉年华', { width: 40, wrap: 'none', minSize: 4 });
    expect(block.cut).toBe(false);
    expect(block.style.size).toBeGreaterThan(7.4);
    expect(block.style.size).toBeLessThanOrEqual(8);
  });
  test('cuts when even the smallest size is too large', () => {
    expect(set('新春嘉年华新春嘉年华', { width: 40, wrap: 'none', minSize: 8 }).cut).toBe(true);
  });
  test('balances lines without breaking a word', () => {
    expect(texts("Friend's big price", { width: 70, wrap: 'balance' })).toEqual(["Friend's", 'big price']);
    expect(texts('新春嘉年华大', { width: 50, wrap: 'balance' })).toEqual(['新春嘉', '年华大']);
  });
  test.each([
    ['start', 'abc', 0],
    ['end', 'abc', 85],
    ['center', 'abc', 42.5],
    ['right', 'abc', 85],
    ['start', 'سلام', 60],
    ['end', 'سلام', 0],
    ['left', 'سلام', 0],
  ])('puts %s of %s at %d', (align, text, x) => {
    expect(set(text, { width: 100, align }).lines[0]!.x).toBe(x);
  });
  test('hugs its lines under a maxWidth', () => {
    expect(set('新春', { maxWidth: 90, wrap: 'none' }).width).toBe(20);
  });
  test('puts the baseline where a browser does', () => {
    expect(set('国', { size: 10, lineHeight: 2 }).lines[0]!.baseline).toBe(5 + 8);
  });
  test('takes whole lines into a height', () => {
    expect(texts('一二三四五六', { width: 20, height: 25 })).toEqual(['一二', '三…']);
  });
  test('counts no letter spacing after the last letter', () => {
    expect(set('新春', { letterSpacing: 4 }).width).toBe(24);
  });
});
