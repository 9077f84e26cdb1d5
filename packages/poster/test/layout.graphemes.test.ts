import { expect, test } from 'vitest';
import { clusters, graphemes } from '../src/layout/graphemes.js';

test.each([
  ['plain', 'ab中文', ['a', 'b', '中', '文']],
  ['surrogates', '𠮷野家', ['𠮷', '野', '家']],
  ['family', '👨‍👩‍👧‍👦!', ['👨‍👩‍👧‍👦', '!']],
  ['skin tone', '👍🏽👍', ['👍🏽', '👍']],
  ['flags', '🇨🇳🇺🇸', ['🇨🇳', '🇺🇸']],
  ['accents', 'e\u0301a', ['e\u0301', 'a']],
  ['keycap', '1\ufe0f\u20e3', ['1\ufe0f\u20e3']],
])('%s, with Intl.Segmenter and without', (_, text, expected) => {
  expect(graphemes(text)).toEqual(expected);
  expect(clusters(text)).toEqual(expected);
});
