import { expect, test } from 'vitest';
import { type Placed, placeLayers } from '../src/layout/place.js';
import type { Resolved } from '../src/scene/resolved.js';
import { ruler } from './ruler.js';

const text = (content: string, rest: object = {}) =>
  ({ type: 'text', name: 't', text: content, size: 10, lineHeight: 1, ...rest }) as Resolved;
const box = ({ x, y, width, height }: Placed) => [x, y, width, height];
const children = (group: object): Placed[] => {
  const [placed] = placeLayers([{ type: 'group', name: 'g', ...group } as Resolved], ruler);
  return placed && 'children' in placed ? placed.children : [];
};

test('a row is centred in its width with its gaps', () => {
  const row = children({
    width: 100,
    flow: 'row',
    gap: 10,
    justify: 'center',
    layers: [text('新春'), text('嘉')],
  });
  expect(row.map(box)).toEqual([
    [30, 0, 20, 10],
    [60, 0, 10, 10],
  ]);
});
test('a row lines up baselines of different sizes', () => {
  const [large, small] = children({
    flow: 'row',
    align: 'baseline',
    layers: [text('9', { size: 50 }), text('元')],
  });
  expect(small!.y - large!.y).toBe(40 - 8);
});
test('a column stacks heights and moves nested content along', () => {
  const column = children({
    x: 5,
    y: 7,
    flow: 'column',
    gap: 2,
    layers: [text('新'), { type: 'group', name: 'n', layers: [text('春', { x: 3, y: 4 })] }],
  });
  const nested = column[1]!;
  expect(box(nested)).toEqual([5, 19, 13, 14]);
  expect('children' in nested && box(nested.children[0]!)).toEqual([8, 23, 10, 10]);
});
test('a backing adds its space around the text', () => {
  const [placed] = placeLayers([text('新春', { backing: { fill: '#fff', padX: 6, padY: 4 } })], ruler);
  expect(box(placed!)).toEqual([0, 0, 32, 18]);
});
