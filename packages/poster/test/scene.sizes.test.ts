import { expect, test } from 'vitest';
import { sizes } from '../src/index.js';
import { fitScene, parseScene } from '../src/scene.js';

const scene = parseScene({
  width: 750,
  height: 1334,
  layers: [
    { type: 'shape', width: 750, height: 400, bleed: true },
    { type: 'shape', x: 50, y: 1200, width: 100, height: 100, pin: 'bottom' },
    { type: 'shape', y: 600, width: 100, height: 100, pin: 'middle' },
    { type: 'shape', width: 750, height: 1334, pin: 'stretch' },
  ],
});

test('a wider size keeps the content in the middle and lets bleeding layers span', () => {
  const fitted = fitScene(scene, sizes.weibo);
  expect(fitted.height).toBe(1334);
  expect(fitted.width).toBeCloseTo(1000.5);
  expect(fitted.layers[0]).toMatchObject({ x: 0, width: fitted.width });
  expect(fitted.layers[1]!.x).toBeCloseTo(50 + 250.5 / 2);
});
test('a taller size moves layers by their pins', () => {
  const fitted = fitScene(scene, { width: 750, height: 1434 });
  expect(fitted.layers.map((layer) => layer.y)).toEqual([0, 1300, 650, 0]);
  expect(fitted.layers[3]).toMatchObject({ height: 1434 });
});
