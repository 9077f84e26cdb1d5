// Decides how a QR code is drawn so that it can be read: its version, its error correction, its size in whole
// pixels. Nothing is drawn here.

import { FanfareError } from '@fanfare/core/errors';
import { encodeQr, type QrLevel, type QrMatrix } from '@fanfare/core/qr';
import type { Box } from '../layout/place.js';
import { contrast, luminance, over, parseColor } from '../scene/color.js';
import type { ResolvedQr } from '../scene/resolved.js';
import { inPixels } from './pixels.js';

/** Pixels of a module that survive a messenger: half the size and JPEG 0.7 leave a code readable. */
const SAFE_MODULE = 5;
/** Fewest pixels of a module in the finished picture. */
const MIN_MODULE = 4;
/** Least contrast between modules and background. */
const MIN_CONTRAST = 3;
/** Widest logo, as a part of the code's side, that each level restores with room to spare. */
const LOGO_LIMIT = { L: 0, M: 0.15, Q: 0.2, H: 0.26 } as const;

export interface QrPlan {
  /** The layer as errors call it. */
  name: string;
  text: string;
  matrix: QrMatrix;
  level: QrLevel;
  /** Square of the background, in pixels. */
  area: Box;
  /** Edges of the modules in pixels: column `i` reaches from `edges[i]` to `edges[i + 1]`. */
  edges: number[];
  /** Row edges in pixels. */
  rows: number[];
  /** Side of the square left free for a logo, in modules; 0 for none. */
  hole: number;
  /** True when the code may not survive a messenger's compression. */
  isDense: boolean;
  /** Smallest ratio of pixels per design unit at which this layer stays readable. */
  minRatio: number;
}

/**
 * Plans a code, and if its modules would come out too small lowers the correction (never under a logo), then
 * lets it grow to `maxSize`.
 * @param place The layer's box in design units.
 * @param ratio Pixels per design unit.
 * @throws FanfareError `qr_contrast`, `qr_too_long` or `qr_too_dense`, naming the layer.
 */
export function planQr(layer: ResolvedQr, place: Box, ratio: number, hasLogo: boolean): QrPlan {
  checkContrast(layer);
  const wanted = layer.level ?? (hasLogo ? 'H' : 'M');
  const levels: QrLevel[] = hasLogo ? [wanted === 'L' ? 'M' : wanted] : [...new Set<QrLevel>([wanted, 'L'])];
  const quiet = layer.quiet ?? 4;
  const largest = Math.max(layer.maxSize ?? 0, layer.size);
  const attempts = [layer.size, largest].flatMap((size) => levels.map((level) => ({ size, level })));
  for (const least of [SAFE_MODULE, MIN_MODULE])
    for (const { size, level } of attempts) {
      const matrix = tryEncode(layer, level);
      if (!matrix || Math.floor((size * ratio) / (matrix.size + 2 * quiet)) < least) continue;
      return cut(layer, matrix, level, centred(place, size), ratio, quiet, hasLogo, least);
    }
  const smallest = tryEncode(layer, levels[levels.length - 1]!);
  if (!smallest)
    throw fail(
      'qr_too_long',
      `${layer.name}: ${layer.text.length} characters do not fit a QR code. Shorten the link.`,
    );
  const module = ((largest * ratio) / (smallest.size + 2 * quiet)).toFixed(1);
  throw fail(
    'qr_too_dense',
    `${layer.name}: its ${layer.text.length} characters leave ${module} pixels a module, and ${MIN_MODULE} are needed. Shorten the link, enlarge the code ("size", "maxSize") or raise "pixelRatio".`,
  );
}

function tryEncode(layer: ResolvedQr, level: QrLevel): QrMatrix | undefined {
  try {
    return encodeQr(layer.text, level);
  } catch {
    return undefined;
  }
}

function cut(
  layer: ResolvedQr,
  matrix: QrMatrix,
  level: QrLevel,
  place: Box,
  ratio: number,
  quiet: number,
  hasLogo: boolean,
  least: number,
): QrPlan {
  const area = inPixels(place, ratio);
  const side = Math.min(area.width, area.height);
  area.width = side;
  area.height = side;
  const total = matrix.size + 2 * quiet;
  const exact = side / total;
  // Large modules may differ by a pixel and so fill the box; small ones are all alike.
  const module = exact >= 6 ? exact : Math.floor(exact);
  const start = (side - module * matrix.size) / 2;
  const at = (origin: number) =>
    Array.from({ length: matrix.size + 1 }, (_, index) => origin + Math.round(start + index * module));
  const part = Math.min(layer.logoSize ?? 0.2, LOGO_LIMIT[level]);
  const hole = hasLogo ? Math.floor((part * matrix.size - 1) / 2) * 2 + 1 : 0;
  const minRatio = (least * total) / place.width;
  return {
    name: layer.name,
    text: layer.text,
    matrix,
    level,
    area,
    edges: at(area.x),
    rows: at(area.y),
    hole,
    minRatio,
    isDense: least < SAFE_MODULE,
  };
}

function centred(place: Box, size: number): Box {
  const more = (size - place.width) / 2;
  return { x: place.x - more, y: place.y - more, width: size, height: size };
}

function checkContrast(layer: ResolvedQr): void {
  const white = [255, 255, 255, 1] as const;
  const background = over(parseColor(layer.background ?? '#ffffff') ?? white, white);
  const color = over(parseColor(layer.color ?? '#000000') ?? white, background);
  if (luminance(color) > luminance(background))
    throw fail(
      'qr_contrast',
      `${layer.name}: the code is light on dark, which many scanners cannot read. Swap "color" and "background".`,
    );
  const ratio = contrast(color, background);
  if (ratio < MIN_CONTRAST)
    throw fail(
      'qr_contrast',
      `${layer.name}: contrast ${ratio.toFixed(1)} is below ${MIN_CONTRAST}. Darken "color" or lighten "background".`,
    );
}

const fail = (code: string, message: string) => new FanfareError('poster', code, message);
