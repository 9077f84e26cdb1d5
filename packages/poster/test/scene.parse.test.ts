import { describe, expect, test } from 'vitest';
import { parseScene } from '../src/scene.js';

const scene = (...layers: unknown[]) => ({ width: 750, height: 1334, layers });
const nest = (depth: number): unknown =>
  depth ? { type: 'group', layers: [nest(depth - 1)] } : { type: 'shape', width: 1, height: 1 };
const loop: { type: string; id: string; layers: unknown[] } = { type: 'group', id: 'loop', layers: [] };
loop.layers.push(loop);

describe('parseScene', () => {
  test.each([
    ['no object', null, /Scene: "value" expected object, got null/],
    ['no size', { layers: [] }, /Scene: "width" expected number, got nothing/],
    ['unknown key', { ...scene(), with: 3 }, /"with" is not a known key/],
    [
      'unknown layer',
      scene({ type: 'shape', width: 1, height: 1 }, { type: 'video' }),
      /Layer 1 \(video\): "type" expected one of image, .*got "video"/,
    ],
    ['inherited name as type', scene({ type: 'constructor' }), /Layer 0 \(constructor\): "type"/],
    ['layer without type', scene({ id: 'x' }), /Layer "x": "type" expected one of/],
    ['layer that is no object', scene(7), /Layer 0: "type"/],
    [
      'negative size',
      scene({ type: 'image', id: 'hero', source: 'a', width: -4, height: 3 }),
      /Layer "hero": "width" expected at least 0, got -4/,
    ],
    [
      'unknown layer key',
      scene({ type: 'text', id: 't', text: 'a', colour: 'red' }),
      /Layer "t": "colour" is not a known key/,
    ],
    ['bad colour', scene({ type: 'text', id: 't', text: 'a', fill: 'url(x)' }), /Layer "t": "fill"/],
    [
      'NaN',
      scene({ type: 'shape', id: 's', width: Number.NaN, height: 1 }),
      /Layer "s": "width" expected number/,
    ],
    [
      '5,001 layers',
      scene(...Array.from({ length: 5001 }, () => ({ type: 'shape', width: 1, height: 1 }))),
      /Layer 5000 \(shape\): is one of more than 5000 layers/,
    ],
    ['too deep', scene(nest(9)), /nested deeper than 8 groups/],
    ['a layer that holds itself', scene(loop), /Layer "loop": holds itself/],
    [
      'path that is no path',
      scene({ type: 'shape', id: 'p', shape: 'path', width: 1, height: 1, path: 'M0 0<script>' }),
      /Layer "p": "path"/,
    ],
  ])('refuses %s and names the layer', (_, input, message) => {
    expect(() => parseScene(input)).toThrow(message);
  });

  test('takes 5,000 layers', () => {
    expect(
      parseScene(scene(...Array.from({ length: 5000 }, () => ({ type: 'shape', width: 1, height: 1 }))))
        .layers,
    ).toHaveLength(5000);
  });
});
