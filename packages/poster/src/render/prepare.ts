// The first poster of a page pays for loading the painter and for every font and function that runs for the first
// time. Where there is time before it, as while an answer is awaited, that can be paid ahead.

import { renderPoster } from '../render-poster.js';
import type { Scene } from '../scene/scene.js';
import type { RenderOptions } from './options.js';

/** Small, but with everything that is slow at first: letters of two scripts and a code to read back. */
const STAMP: Scene = {
  width: 240,
  height: 280,
  layers: [
    { type: 'text', text: '海报 Poster', weight: 400, width: 200, minSize: 12 },
    { type: 'text', text: '海报 Poster', weight: 700, width: 200, minSize: 12 },
    { type: 'qr', text: `https://example.com/${'poster'.repeat(12)}`, y: 40, size: 240 },
  ],
};

/**
 * Loads the painter and tries it on a stamp, so that the first poster takes hardly longer than the next.
 * Give the `worker` and the `type` that the posters will have. Never fails: a poster then tells what is wrong.
 */
export async function preparePoster({
  worker,
  type,
}: Pick<RenderOptions, 'worker' | 'type'> = {}): Promise<void> {
  await renderPoster(STAMP, {}, { pixelRatio: 1, ...(worker && { worker }), ...(type && { type }) }).catch(
    () => {},
  );
}
