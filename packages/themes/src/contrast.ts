// WCAG 2.2 contrast of a theme: which words and signs stand on which ground in the widgets.
import type { Theme, Values } from './read-theme.js';

/** What stands on what, and how strong the contrast must be: 4.5 for words, 3 for signs. */
export const pairs: readonly (readonly [on: string, ground: string, least: number])[] = [
  ['color.text', 'color.surface', 4.5],
  ['color.text', 'color.raised', 4.5],
  ['color.muted', 'color.surface', 4.5],
  ['color.muted', 'color.raised', 4.5],
  ['color.on-accent', 'color.accent', 4.5],
  ['color.on-accent', 'color.accent-deep', 4.5],
  ['color.on-gold', 'color.gold', 4.5],
  ['color.on-gold', 'color.gold-light', 4.5],
  ['color.urgent', 'color.surface', 4.5],
  ['color.urgent', 'color.raised', 4.5],
  ['color.gold-light', 'color.accent-deep', 4.5],
  ['color.accent', 'color.surface', 3],
  ['color.accent', 'color.raised', 3],
  ['lottery.on-stage', 'lottery.stage', 4.5],
  ['lottery.on-stage', 'lottery.stage-deep', 4.5],
  ['color.gold-light', 'lottery.stage', 4.5],
  ['lottery.ink', 'lottery.sector-a', 4.5],
  ['lottery.ink', 'lottery.sector-b', 4.5],
  ['lottery.ink', 'lottery.sector-c', 4.5],
  ['checkin.on-stage', 'checkin.stage', 4.5],
  ['checkin.on-stage', 'checkin.stage-deep', 4.5],
  ['checkin.ink', 'color.gold', 4.5],
  ['checkin.ink', 'color.gold-light', 4.5],
];

export interface Weakness {
  mode: keyof Theme;
  on: string;
  ground: string;
  ratio: number;
  least: number;
}

/** Red, green and blue of `#rgb` or `#rrggbb`; undefined for what has no colour of its own, such as a shade. */
function bytesOf(css: string | undefined): number[] | undefined {
  const [, hex = ''] = /^#([\da-f]{3}|[\da-f]{6})$/i.exec(css ?? '') ?? [];
  if (!hex) return undefined;
  const full = hex.length === 3 ? hex.replace(/./g, '$&$&') : hex;
  return [0, 2, 4].map((at) => Number.parseInt(full.slice(at, at + 2), 16));
}

function luminance(bytes: readonly number[]): number {
  const [red = 0, green = 0, blue = 0] = bytes.map((byte) => {
    const part = byte / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

/** Contrast of two opaque colours, 1 to 21; undefined where one of them is not one. */
export function contrastOf(first: string | undefined, second: string | undefined): number | undefined {
  const [a, b] = [bytesOf(first), bytesOf(second)];
  if (!a || !b) return undefined;
  const [bright = 0, dim = 0] = [luminance(a), luminance(b)].sort((x, y) => y - x);
  return (bright + 0.05) / (dim + 0.05);
}

/** The pairs of a theme that are too weak. What the theme does not set has the widgets' own colours, which are not. */
export function weaknessesOf(theme: Theme): Weakness[] {
  return (['light', 'dark'] as const).flatMap((mode) => {
    const values: Values = theme[mode];
    return pairs.flatMap(([on, ground, least]) => {
      const ratio = contrastOf(values[on], values[ground]);
      return ratio !== undefined && ratio < least ? [{ mode, on, ground, ratio, least }] : [];
    });
  });
}
