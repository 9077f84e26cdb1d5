// A ruler for layout tests: Latin letters are half as wide as they are high, everything else is square.
import { graphemes } from '../src/layout/graphemes.js';
import type { Measure } from '../src/layout/measure.js';

export const ruler: Measure = {
  width: (text, { size, letterSpacing }) =>
    graphemes(text).reduce(
      (sum, letter) => sum + (/^[\x20-\x7e]/.test(letter) ? size / 2 : size) + letterSpacing,
      0,
    ),
  metrics: ({ size }) => ({ ascent: Math.round(size * 0.8), descent: Math.round(size * 0.2) }),
};
