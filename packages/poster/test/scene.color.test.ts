import { expect, test } from 'vitest';
import { contrast, parseColor } from '../src/scene/color.js';

test.each([
  ['#f00', [255, 0, 0, 1]],
  ['#ff000080', [255, 0, 0, 128 / 255]],
  ['rgba(1, 2, 3, .5)', [1, 2, 3, 0.5]],
  ['rgb(1 2 3 / 50%)', [1, 2, 3, 0.5]],
  ['hsl(120, 100%, 50%)', [0, 255, 0, 1]],
  ['white', [255, 255, 255, 1]],
  ['url(x)', undefined],
  ['#12', undefined],
  ['rgb(1,2)', undefined],
])('reads %s', (text, expected) => {
  expect(parseColor(text)).toEqual(expected);
});

test('measures contrast', () => {
  expect(contrast([0, 0, 0, 1], [255, 255, 255, 1])).toBeCloseTo(21);
});
