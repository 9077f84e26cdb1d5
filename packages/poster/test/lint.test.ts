import { describe, expect, test } from 'vitest';
import { loadScene, sceneNames, sizes } from '../src/index.js';
import { fitScene, lintScene } from '../src/scene.js';

const full = [
  { type: 'text', role: 'title', text: 't' },
  { type: 'text', role: 'subtitle', text: 's' },
  { type: 'text', role: 'endorsement', text: 'e' },
  { type: 'text', role: 'benefit', text: 'b' },
  { type: 'qr', id: 'code', text: '{link}', size: 220 },
];
const codes = (layers: unknown[], rest: object = {}, options = {}) =>
  lintScene({ width: 750, height: 1334, layers, ...rest }, options).map(({ code }) => code);

describe('lintScene', () => {
  test.each(sceneNames)('finds nothing in the ready scene %s', async (name) => {
    expect(lintScene(await loadScene(name))).toEqual([]);
  });
  test.each(sceneNames)('finds nothing in %s at any outlet', async (name) => {
    const scene = await loadScene(name);
    for (const size of Object.values(sizes)) {
      const fitted = fitScene(scene, size);
      const pixelRatio = (size.pixelRatio * size.width) / fitted.width;
      expect(lintScene(fitted, { pixelRatio })).toEqual([]);
    }
  });
  test('names what is missing', () => {
    expect(codes([])).toEqual([
      'title_missing',
      'subtitle_missing',
      'endorsement_missing',
      'benefit_missing',
      'qr_missing',
    ]);
    expect(codes(full)).toEqual([]);
  });
  test.each([
    ['a small code', { type: 'qr', text: '{link}', size: 80 }, 'qr_small'],
    [
      'an endless link',
      { type: 'qr', text: `https://example.com/${'x'.repeat(1400)}`, size: 220 },
      'qr_long',
    ],
    [
      'a code light on dark',
      { type: 'qr', text: '{link}', size: 220, color: '#ffffff', background: '#000000' },
      'qr_inverted',
    ],
    ['a pale code', { type: 'qr', text: '{link}', size: 220, color: '#999999' }, 'qr_contrast'],
    ['small text', { type: 'text', text: 'x', size: 18 }, 'text_small'],
    ['text that may shrink too far', { type: 'text', text: 'x', size: 40, minSize: 12 }, 'text_small'],
    ['a code outside', { type: 'qr', text: '{link}', size: 220, x: 800 }, 'off_canvas'],
  ])('warns of %s', (_, layer, code) => {
    expect(codes([...full, layer])).toEqual([code]);
  });
  test('counts sizes by the width of the draft', () => {
    const small = full.map((layer) => ({ ...layer, ...(layer.type === 'text' && { size: 11 }) }));
    expect(codes(small, { width: 375, height: 667 })).toEqual([]);
    expect(codes(small)).toContain('text_small');
  });
  test('warns of text on a picture, unless something lies between', () => {
    const photo = { type: 'image', source: '{photo}', width: 750, height: 600 };
    const words = { type: 'text', text: 'x', y: 100, width: 300 };
    const veil = { type: 'shape', width: 750, height: 600, fill: 'rgba(0, 0, 0, 0.4)' };
    expect(codes([...full, photo, words])).toEqual(['text_on_picture']);
    expect(codes([...full, photo, veil, words])).toEqual([]);
    expect(codes([...full, photo, { ...words, backing: { fill: '#000000' } }])).toEqual([]);
  });
  test('warns of long and of heavy posters', () => {
    expect(codes(full, { height: 2000 })).toEqual(['too_long']);
    expect(codes(full, {}, { bytes: 600_000 })).toEqual(['too_heavy']);
  });
  test('turns an invalid scene into a warning', () => {
    expect(lintScene({})[0]).toMatchObject({ code: 'scene_invalid' });
  });
});
