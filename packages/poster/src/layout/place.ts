// Puts every layer at its place on the poster, in design units from the poster's corner.
import type { Resolved, ResolvedGroup, ResolvedText } from '../scene/resolved.js';
import type { Measure } from './measure.js';
import { layoutText, type TextBlock } from './text.js';

export interface Box {
  x: number;
  y: number;
  width: number;
  height: number;
}

/** A layer with its place; texts come with their lines, groups with their content. */
export type Placed = Box &
  (
    | { layer: Exclude<Resolved, ResolvedText | ResolvedGroup> }
    | { layer: ResolvedText; block: TextBlock; inset: { x: number; y: number } }
    | { layer: ResolvedGroup; children: Placed[] }
  );

/** Places layers; the first one is painted first. */
export function placeLayers(layers: readonly Resolved[], measure: Measure): Placed[] {
  return layers.map((layer) => placeLayer(layer, measure));
}

function placeLayer(layer: Resolved, measure: Measure): Placed {
  const at = { x: layer.x ?? 0, y: layer.y ?? 0 };
  switch (layer.type) {
    case 'text':
      return { ...at, ...placeText(layer, measure) };
    case 'group':
      return placeGroup(layer, placeLayers(layer.layers, measure));
    case 'avatar':
    case 'qr':
      return { ...at, layer, width: layer.size, height: layer.size };
    default:
      return { ...at, layer, width: layer.width, height: layer.height };
  }
}

function placeText(layer: ResolvedText, measure: Measure) {
  const inset = { x: layer.backing?.padX ?? 0, y: layer.backing?.padY ?? 0 };
  const inner = (length: number | undefined, pad: number) =>
    length === undefined ? undefined : Math.max(0, length - 2 * pad);
  const block = layoutText(
    {
      ...layer,
      width: inner(layer.width, inset.x),
      maxWidth: inner(layer.maxWidth, inset.x),
      height: inner(layer.height, inset.y),
    },
    measure,
  );
  const width = layer.width ?? block.width + 2 * inset.x;
  const height = layer.height ?? block.height + 2 * inset.y;
  return { layer, block, inset, width, height };
}

function placeGroup(layer: ResolvedGroup, children: Placed[]): Placed {
  const flow = layer.flow ?? 'free';
  if (flow !== 'free') flowChildren(layer, children, flow);
  const edge = (side: (box: Box) => number) => Math.max(0, ...children.map(side));
  const x = layer.x ?? 0;
  const y = layer.y ?? 0;
  const box = {
    x,
    y,
    width: layer.width ?? edge((c) => c.x + c.width),
    height: layer.height ?? edge((c) => c.y + c.height),
  };
  for (const child of children) shift(child, x, y);
  return { ...box, layer, children };
}

/** Lines children up one after another; their own `x` and `y` become a nudge. */
function flowChildren(layer: ResolvedGroup, children: Placed[], flow: 'row' | 'column'): void {
  const row = flow === 'row';
  const along = row ? ('width' as const) : ('height' as const);
  const across = row ? ('height' as const) : ('width' as const);
  const gap = layer.gap ?? 0;
  const used =
    children.reduce((sum, child) => sum + child[along], 0) + gap * Math.max(0, children.length - 1);
  const room = layer[across] ?? Math.max(0, ...children.map((child) => child[across]));
  const baseline = Math.max(0, ...children.map(baselineOf));
  let position =
    { start: 0, center: 0.5, end: 1 }[layer.justify ?? 'start'] * ((layer[along] ?? used) - used);
  for (const child of children) {
    const aside =
      layer.align === 'baseline' && row
        ? baseline - baselineOf(child)
        : { start: 0, baseline: 0, center: 0.5, end: 1 }[layer.align ?? 'start'] * (room - child[across]);
    shift(child, row ? position : aside, row ? aside : position);
    position += child[along] + gap;
  }
}

const baselineOf = (child: Placed) =>
  'block' in child ? (child.block.lines[0]?.baseline ?? 0) + child.inset.y : child.height;

function shift(placed: Placed, x: number, y: number): void {
  placed.x += x;
  placed.y += y;
  if ('children' in placed) for (const child of placed.children) shift(child, x, y);
}
