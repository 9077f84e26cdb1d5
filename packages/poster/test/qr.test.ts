// The encoder that core offers, read back by another library.
import { encodeQr, type QrLevel } from '@fanfare/core/qr';
import { describe, expect, test } from 'vitest';
import { decode } from '../src/check/decoder.js';
import { seeded } from './fixtures.js';

/** The code at three pixels a module with its quiet zone. */
function paint(text: string, level?: QrLevel): ImageData {
  const { size, get } = encodeQr(text, level);
  const side = (size + 8) * 3;
  const data = new Uint8ClampedArray(side * side * 4).fill(255);
  for (let y = 0; y < side; y++)
    for (let x = 0; x < side; x++)
      if (get(Math.floor(x / 3) - 4, Math.floor(y / 3) - 4))
        data.fill(0, (y * side + x) * 4, (y * side + x) * 4 + 3);
  return { data, width: side, height: side } as ImageData;
}

describe('encodeQr', () => {
  test.each([
    ['a link', 'https://example.com/new-year?channel_id=official&invite=8f3kz0q2x7'],
    ['Chinese', '新春嘉年华,邀你同享'],
    ['emoji', 'https://example.com/🎉?n=小鹿'],
    ['Latin letters with accents', 'café ñ ü'],
    ['digits', '12345678901234567890'],
    ['capitals', 'HTTPS://EXAMPLE.COM/A1'],
    ['one letter', 'x'],
  ])('%s is read back at every level', (_, text) => {
    for (const level of ['L', 'M', 'Q', 'H'] as const) expect(decode(paint(text, level))).toBe(text);
  });
  test('60 random links of 20 to 600 characters are read back', () => {
    const random = seeded(7);
    for (let index = 0; index < 60; index++) {
      const text = `https://e.cn/${Array.from({ length: 7 + Math.floor(random() * 580) }, () => Math.floor(random() * 36).toString(36)).join('')}`;
      expect(decode(paint(text))).toBe(text);
    }
  });
  test('says so when a text fits no code', () => {
    expect(() => encodeQr('x'.repeat(3000))).toThrow();
  });
});
