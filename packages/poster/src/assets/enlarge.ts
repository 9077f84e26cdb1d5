/** Enlarging beyond this costs more memory than it saves time. */
const MOST = 2;
/** What rounding leaves. */
const NONE = 1.01;

/**
 * A picture brought to the size that it fills, so that painting is a plain copy. Worth its time only for a picture
 * that is shown again; where it does not work the picture stays as it is.
 */
export async function enlarge(
  bitmap: ImageBitmap,
  wanted: { width: number; height: number },
): Promise<ImageBitmap> {
  const scale = Math.max(wanted.width / bitmap.width, wanted.height / bitmap.height);
  if (scale < NONE || scale > MOST) return bitmap;
  return createImageBitmap(bitmap, {
    resizeWidth: Math.round(bitmap.width * scale),
    resizeHeight: Math.round(bitmap.height * scale),
    resizeQuality: 'low',
  }).catch(() => bitmap);
}
