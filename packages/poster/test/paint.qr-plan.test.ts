import { describe, expect, test } from 'vitest';
import { planQr } from '../src/paint/qr-plan.js';
import type { ResolvedQr } from '../src/scene/resolved.js';

const layer = (rest: object = {}) =>
  ({
    type: 'qr',
    name: 'Layer "code"',
    text: `https://example.com/${'x'.repeat(60)}`,
    size: 100,
    ...rest,
  }) as ResolvedQr;
const plan = (rest: object = {}, ratio = 3, hasLogo = false) => {
  const qr = layer(rest);
  return planQr(qr, { x: 10, y: 20, width: qr.size, height: qr.size }, ratio, hasLogo);
};
const steps = (edges: number[]) => edges.slice(1).map((edge, index) => edge - edges[index]!);

describe('planQr', () => {
  test('puts every module on whole pixels', () => {
    for (const ratio of [2, 2.37, 3, 3.3, 7]) {
      const { edges, rows } = plan({}, ratio);
      for (const edge of [...edges, ...rows]) expect(edge).toBe(Math.round(edge));
      expect(Math.max(...steps(edges)) - Math.min(...steps(edges))).toBeLessThanOrEqual(1);
      expect(Math.min(...steps(edges))).toBeGreaterThanOrEqual(4);
    }
  });
  test('makes small modules all alike', () => {
    expect(new Set(steps(plan({}, 2.4).edges)).size).toBe(1);
  });
  test('lowers the correction before it grows, and grows before it gives up', () => {
    expect(plan({ level: 'H' }, 3).level).toBe('H');
    expect(plan({ level: 'H' }, 2.2).level).toBe('L');
    const grown = plan({ level: 'M', maxSize: 180 }, 1.4);
    expect(grown.area.width).toBe(252);
    expect(grown.isDense).toBe(false);
    expect(plan({}, 1.9)).toMatchObject({ level: 'M', isDense: true });
    expect(() => plan({}, 1.4)).toThrow(
      /Layer "code": its 80 characters leave 3\.1 pixels a module, and 4 are needed/,
    );
  });
  test('keeps the correction under a logo, and the logo within it', () => {
    const { level, hole, matrix } = plan({ logoSize: 0.3 }, 5, true);
    expect(level).toBe('H');
    expect(hole / matrix.size).toBeLessThanOrEqual(0.26);
    expect(() => plan({}, 2.2, true)).toThrow(/qr|needed/);
  });
  test('refuses light on dark, low contrast, and what fits no code', () => {
    expect(() => plan({ color: '#fff', background: '#000' })).toThrow(/light on dark/);
    expect(() => plan({ color: '#aaa' })).toThrow(/contrast 2\.3 is below 3/);
    expect(() => plan({ text: 'x'.repeat(3000) })).toThrow(/3000 characters do not fit/);
  });
});
