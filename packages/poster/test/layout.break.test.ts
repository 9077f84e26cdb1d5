import { describe, expect, test } from 'vitest';
import { breakLines, breakRuns } from '../src/layout/break.js';

const square = (text: string) =>
  [...text].reduce((sum, letter) => sum + (letter.charCodeAt(0) < 128 ? 0.5 : 1), 0);
const lines = (text: string, width: number) => breakLines(text, width, square);

describe('breakLines', () => {
  test.each([
    ['breaks Chinese between any two characters', '新春嘉年华', 3, ['新春嘉', '年华']],
    ['keeps a closing mark off the start of a line', '新春,嘉年华。', 2, ['新', '春,', '嘉年', '华。']],
    ['keeps a full-width mark off the start of a line', '好礼不停。来', 4, ['好礼不', '停。来']],
    ['keeps an opening mark off the end of a line', '邀请「好友」来', 3, ['邀请', '「好', '友」来']],
    ['keeps Latin words whole', 'Happy New Year', 4, ['Happy', 'New Year']],
    ['breaks between Latin and Chinese', '使用WiFi连接', 4, ['使用WiFi', '连接']],
    ['keeps an apostrophe within its word', "Friend's price", 4.5, ["Friend's", 'price']],
    ['breaks a word that is wider than the line', 'abcdefgh', 2, ['abcd', 'efgh']],
    ['keeps a currency sign with its number', '仅需¥99元', 3, ['仅需', '¥99元']],
    ['honours line feeds', '新春\n嘉年华', 9, ['新春', '嘉年华']],
    ['keeps an empty line', 'a\n\nb', 9, ['a', '', 'b']],
    ['gives one empty line for no text', '', 9, ['']],
  ])('%s', (_, text, width, expected) => {
    expect(lines(text, width)).toEqual(expected);
  });

  test('loses no letter but the spaces at line ends', () => {
    const text = '年度盛典 Grand Gala,「邀请好友」赢 ¥888 红包!🎉👨‍👩‍👧‍👦 done.';
    for (let width = 2; width < 30; width++)
      expect(lines(text, width).join('').replace(/\s/g, '')).toBe(text.replace(/\s/g, ''));
  });
});

test('runs never split a grapheme', () => {
  expect(breakRuns('好👨‍👩‍👧‍👦🇨🇳e\u0301')).toEqual(['好', '👨‍👩‍👧‍👦', '🇨🇳', 'e\u0301']);
});
