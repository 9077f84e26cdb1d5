// Sets a text: finds its size, breaks its lines, cuts what is too much and puts each line on its baseline.
import type { ResolvedText } from '../scene/resolved.js';
import { breakLines, breakRuns } from './break.js';
import { graphemes } from './graphemes.js';
import { familyOf, type Measure, type TextStyle } from './measure.js';

/** One line; places are in design units from the corner of the text's box. */
export interface Line {
  text: string;
  x: number;
  baseline: number;
  width: number;
}

export interface TextBlock {
  style: TextStyle;
  lines: Line[];
  direction: 'ltr' | 'rtl';
  /** Width of the widest line. */
  width: number;
  /** Height of all lines. */
  height: number;
  /** True when text was cut with an ellipsis. */
  cut: boolean;
}

type Spec = Omit<ResolvedText, 'x' | 'y'>;

const wrapWidth = (layer: Spec) => layer.width ?? layer.maxWidth;

/** @param layer Text layer without the space of its backing. */
export function layoutText(layer: Spec, measure: Measure): TextBlock {
  const style = shrink(layer, measure);
  const wrap = wrapWidth(layer);
  const widthOf = (text: string) => lineWidth(text, style, measure);
  const lineHeight = style.size * (layer.lineHeight ?? 1.4);
  const all = linesAt(layer, style, measure);
  const limit = Math.min(
    layer.maxLines ?? Number.POSITIVE_INFINITY,
    layer.height === undefined
      ? Number.POSITIVE_INFINITY
      : Math.max(1, Math.floor(layer.height / lineHeight + 0.01)),
  );
  const kept = all.slice(0, limit);
  let cut = all.length > kept.length;
  if (cut) kept[kept.length - 1] = ellipsize(`${kept[kept.length - 1]}…`, wrap, widthOf);
  for (const [index, line] of kept.entries()) {
    if (wrap === undefined || widthOf(line) <= wrap + 0.5) continue;
    kept[index] = ellipsize(line, wrap, widthOf);
    cut = true;
  }

  const direction =
    layer.direction === 'ltr' || layer.direction === 'rtl' ? layer.direction : directionOf(layer.text);
  const widths = kept.map(widthOf);
  const width = Math.max(0, ...widths);
  const height = lineHeight * kept.length;
  const spare = (layer.height ?? height) - height;
  const top = layer.verticalAlign === 'middle' ? spare / 2 : layer.verticalAlign === 'bottom' ? spare : 0;
  const baseline = baselineIn(lineHeight, style, measure);
  const side = sideOf(layer.align ?? 'start', direction);
  const lines = kept.map((text, index) => ({
    text,
    x: ((layer.width ?? width) - widths[index]!) * side,
    baseline: top + index * lineHeight + baseline,
    width: widths[index]!,
  }));
  return { style, lines, direction, width, height, cut };
}

/** 0 for the left side, 0.5 for the middle, 1 for the right. */
function sideOf(align: string, direction: 'ltr' | 'rtl'): number {
  if (align === 'center') return 0.5;
  return align === 'right' || ((align === 'start') === (direction === 'rtl') && align !== 'left') ? 1 : 0;
}

/** The baseline in a line box as browsers put it: half of the leading above, rounded down. */
function baselineIn(lineHeight: number, style: TextStyle, measure: Measure): number {
  const { ascent, descent } = measure.metrics(style);
  return Math.floor((lineHeight - ascent - descent) / 2) + ascent;
}

function linesAt(layer: Spec, style: TextStyle, measure: Measure): string[] {
  const width = wrapWidth(layer);
  if (layer.wrap === 'none' || width === undefined) return layer.text.split('\n');
  const widthOf = (text: string) => lineWidth(text, style, measure);
  const lines = breakLines(layer.text, width, widthOf);
  if (layer.wrap !== 'balance' || lines.length < 2) return lines;
  // The narrowest width that needs no further line makes all lines about equally long.
  const widest = Math.max(
    ...layer.text
      .split('\n')
      .flatMap(breakRuns)
      .map((run) => widthOf(run.trimEnd())),
  );
  let [low, high] = [Math.min(width, Math.max(width / 2, widest)), width];
  for (let step = 0; step < 7; step++) {
    const middle = (low + high) / 2;
    if (breakLines(layer.text, middle, widthOf).length > lines.length) low = middle;
    else high = middle;
  }
  return breakLines(layer.text, high, widthOf);
}

/** The largest size between `minSize` and `size` at which everything fits. */
function shrink(layer: Spec, measure: Measure): TextStyle {
  const size = layer.size ?? 28;
  const style: TextStyle = {
    family: familyOf(layer.font),
    size,
    weight: layer.weight ?? 400,
    italic: layer.italic ?? false,
    letterSpacing: layer.letterSpacing ?? 0,
  };
  if (layer.minSize === undefined || layer.minSize >= size || fits(layer, style, measure)) return style;
  let [low, high] = [layer.minSize, size];
  while (high - low > 0.5) {
    const middle = (low + high) / 2;
    if (fits(layer, { ...style, size: middle }, measure)) low = middle;
    else high = middle;
  }
  return { ...style, size: low };
}

function fits(layer: Spec, style: TextStyle, measure: Measure): boolean {
  const lines = linesAt(layer, style, measure);
  return (
    lines.length <= (layer.maxLines ?? Number.POSITIVE_INFINITY) &&
    lines.length * style.size * (layer.lineHeight ?? 1.4) <=
      (layer.height ?? Number.POSITIVE_INFINITY) + 0.01 &&
    lines.every(
      (line) => lineWidth(line, style, measure) <= (wrapWidth(layer) ?? Number.POSITIVE_INFINITY) + 0.01,
    )
  );
}

/** Width that is seen: the space after the last letter is not. */
const lineWidth = (text: string, style: TextStyle, measure: Measure) =>
  text === '' ? 0 : measure.width(text, style) - style.letterSpacing;

function ellipsize(line: string, width: number | undefined, widthOf: (text: string) => number): string {
  if (width === undefined || widthOf(line) <= width) return line;
  const letters = graphemes(line.replace(/…$/, ''));
  let [low, high] = [0, letters.length];
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if (widthOf(`${letters.slice(0, middle).join('').trimEnd()}…`) <= width) low = middle;
    else high = middle - 1;
  }
  return `${letters.slice(0, low).join('').trimEnd()}…`;
}

const RTL = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]/;
/** Direction of the first strong letter. */
const directionOf = (text: string): 'ltr' | 'rtl' =>
  RTL.test(/\p{Letter}/u.exec(text)?.[0] ?? '') ? 'rtl' : 'ltr';
