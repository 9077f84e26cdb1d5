import { cssFont } from '../layout/measure.js';
import type { Resolved } from '../scene/resolved.js';

/** The families of its own that a poster is set in, as CSS `font` values. */
export function fontsOf(layers: readonly Resolved[], fonts = new Set<string>()): Set<string> {
  for (const layer of layers) {
    if (layer.type === 'group') fontsOf(layer.layers, fonts);
    if (layer.type !== 'text' || layer.font === undefined || layer.font === 'sans' || layer.font === 'serif')
      continue;
    const { font: family, weight = 400, italic = false } = layer;
    fonts.add(cssFont({ family, size: 16, weight, italic, letterSpacing: 0 }));
  }
  return fonts;
}
