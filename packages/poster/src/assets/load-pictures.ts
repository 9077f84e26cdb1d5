// All pictures of a poster at once.
import type { Bitmap } from '../paint/painter.js';
import type { Pictures, Resolved } from '../scene/resolved.js';
import { enlarge } from './enlarge.js';
import { type LoadOptions, loadPicture } from './load-picture.js';
import type { PictureCache } from './picture-cache.js';
import { tooLate, within } from './within.js';

/** Who shows a picture, how large, and what follows if it cannot be had. */
export interface Need {
  name: string;
  width: number;
  height: number;
  /** False where the layer has a stand-in: the poster goes on with a warning. */
  required: boolean;
}

/** Every picture key that layers show, with the largest size in pixels. */
export function pictureNeeds(
  layers: readonly Resolved[],
  ratio: number,
  needs = new Map<string, Need>(),
): Map<string, Need> {
  for (const layer of layers) {
    if (layer.type === 'group') pictureNeeds(layer.layers, ratio, needs);
    if (layer.type === 'image')
      add(
        needs,
        layer.source,
        layer.name,
        layer.width * ratio,
        layer.height * ratio,
        layer.missing !== 'skip',
      );
    if (layer.type === 'avatar')
      add(needs, layer.source, layer.name, layer.size * ratio, layer.size * ratio, false);
    if (layer.type === 'qr')
      add(needs, layer.logo, layer.name, layer.size * ratio * 0.3, layer.size * ratio * 0.3, false);
  }
  return needs;
}

function add(
  needs: Map<string, Need>,
  key: string | undefined,
  name: string,
  width: number,
  height: number,
  required: boolean,
) {
  if (key === undefined) return;
  const known = needs.get(key);
  needs.set(key, {
    name: known?.required ? known.name : name,
    width: Math.max(width, known?.width ?? 0),
    height: Math.max(height, known?.height ?? 0),
    required: required || (known?.required ?? false),
  });
}

/**
 * Loads what is needed, in parallel.
 * @param warn Told of each picture that is left out.
 */
export async function loadPictures(
  pictures: Pictures,
  needs: ReadonlyMap<string, Need>,
  cache: PictureCache,
  options: Omit<LoadOptions, 'name' | 'wanted'>,
  warn: (name: string, message: string) => void,
): Promise<Map<string, Bitmap>> {
  const bitmaps = new Map<string, Bitmap>();
  const load = async (key: string, need: Need) => {
    const source = pictures.get(key)!;
    try {
      bitmaps.set(key, await cached(source, need, cache, options));
    } catch (error) {
      if (need.required || options.signal?.aborted) throw error;
      warn(need.name, error instanceof Error ? error.message : String(error));
    }
  };
  await Promise.all([...needs].map(([key, need]) => load(key, need)));
  return bitmaps;
}

async function cached(
  source: string | object,
  need: Need,
  cache: PictureCache,
  options: Omit<LoadOptions, 'name' | 'wanted'>,
) {
  const key = cacheKey(source);
  const size = `${Math.round(need.width)}x${Math.round(need.height)}`;
  const known = cache.get(key, size);
  if (known) {
    const late = tooLate(`${need.name}: enlarging the picture`, options.timeLimit, 'Use a larger file.');
    const exact = await within(enlarge(known, need), options.timeLimit, options.signal, late);
    if (exact !== known) cache.set(key, size, exact);
    return exact;
  }
  const picture = await loadPicture(source, { ...options, name: need.name, wanted: need });
  if (isStable(source) && typeof ImageBitmap !== 'undefined' && picture instanceof ImageBitmap)
    cache.set(key, size, picture);
  return picture;
}

/** An image element can be given another address at any time, so its address is what counts. */
const cacheKey = (source: string | object): string | object =>
  'src' in Object(source) ? String((source as HTMLImageElement).src) : source;

/** A canvas may be painted over at any time, so it is read anew; ImageBitmaps and files never change. */
const isStable = (source: string | object) =>
  typeof source === 'string' || source instanceof Blob || 'src' in source;
