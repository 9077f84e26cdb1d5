// Decoded pictures, kept between renders: the second poster of a series only differs by its texts.

export interface PictureCache {
  /** The decoded picture, if it is still there. */
  get(key: string | object): ImageBitmap | undefined;
  /** Keeps a decoded picture, and drops the ones used longest ago when there is too much. */
  set(key: string | object, bitmap: ImageBitmap): void;
  /** Forgets one picture, or all. */
  drop(key?: string | object): void;
}

/**
 * @param maxPixels Pixels kept in total; each takes four bytes.
 */
export function createPictureCache(maxPixels = 8_000_000): PictureCache {
  const kept = new Map<string | object, ImageBitmap>();
  const area = ({ width, height }: ImageBitmap) => width * height;
  const cache: PictureCache = {
    get(key) {
      const bitmap = kept.get(key);
      if (!bitmap) return undefined;
      kept.delete(key);
      kept.set(key, bitmap);
      return bitmap;
    },
    set(key, bitmap) {
      kept.set(key, bitmap);
      let total = 0;
      for (const one of kept.values()) total += area(one);
      for (const [oldest, one] of kept) {
        if (total <= maxPixels || oldest === key) break;
        total -= area(one);
        // Not closed: a render that is still running may hold it. Collection frees it.
        kept.delete(oldest);
      }
    },
    drop(key) {
      if (key === undefined) kept.clear();
      else kept.delete(key);
    },
  };
  return cache;
}
