// Decoded pictures, kept between renders: the second poster of a series only differs by its texts.

export interface PictureCache {
  /** The picture decoded for that size, if it is still there. */
  get(source: string | object, size: string): ImageBitmap | undefined;
  /** Keeps a decoded picture, and drops the ones used longest ago when there is too much. */
  set(source: string | object, size: string, bitmap: ImageBitmap): void;
}

/** @param maxPixels Pixels kept in total; each takes four bytes. */
export function createPictureCache(maxPixels = 8_000_000): PictureCache {
  const kept = new Map<string | object, { size: string; bitmap: ImageBitmap }>();
  return {
    get(source, size) {
      const found = kept.get(source);
      if (found?.size !== size) return undefined;
      kept.delete(source);
      kept.set(source, found);
      return found.bitmap;
    },
    set(source, size, bitmap) {
      kept.delete(source);
      kept.set(source, { size, bitmap });
      let total = 0;
      for (const one of kept.values()) total += one.bitmap.width * one.bitmap.height;
      for (const [oldest, one] of kept) {
        if (total <= maxPixels) break;
        total -= one.bitmap.width * one.bitmap.height;
        // Not closed: a render that is still running may hold it. Collection frees it.
        kept.delete(oldest);
      }
    },
  };
}
