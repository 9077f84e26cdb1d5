// From canvas to file.
import { FanfareError } from '@fanfare/core/errors';
import { tooLate, within } from '../assets/within.js';
import type { Canvas } from '../paint/canvas.js';
import type { Job } from './job.js';
import type { PosterType } from './options.js';

/** Below this, text in a photo-like picture frays and QR codes suffer. */
const MIN_QUALITY = 0.6;
/** Attempts at a quality that keeps within the bytes. */
const ATTEMPTS = 4;

type EncodeOptions = Pick<Job, 'type' | 'quality' | 'maxBytes' | 'timeLimit'>;

export interface Encoded {
  blob: Blob;
  /** Quality that it was encoded with. */
  quality: number;
}

/** Encodes within `maxBytes` if lowering the quality can do it; else the smallest that was tried. */
export async function encode(
  canvas: Canvas,
  options: EncodeOptions,
  signal: AbortSignal | undefined,
): Promise<Encoded> {
  const write = async (quality: number) => ({
    blob: await writeFile(canvas, options.type, quality, options.timeLimit, signal),
    quality,
  });
  let best = await write(options.quality);
  const { maxBytes } = options;
  if (maxBytes === undefined || best.blob.size <= maxBytes || options.type === 'image/png') return best;
  const floor = Math.min(MIN_QUALITY, options.quality);
  const lowest = await write(floor);
  if (lowest.blob.size > maxBytes) return lowest;
  // Between one that fits and one that does not, halve the distance.
  let [fits, high] = [lowest, options.quality];
  for (let attempt = 2; attempt < ATTEMPTS + 2 && high - fits.quality > 0.02; attempt++) {
    best = await write((fits.quality + high) / 2);
    if (best.blob.size <= maxBytes) fits = best;
    else high = best.quality;
  }
  return fits;
}

/** @throws FanfareError `encode_failed` or `time_limit`. */
async function writeFile(
  canvas: Canvas,
  type: PosterType,
  quality: number,
  timeLimit: number,
  signal: AbortSignal | undefined,
): Promise<Blob> {
  const late = tooLate('Encoding the picture', timeLimit, 'Lower "pixelRatio" or raise "timeLimit".');
  const blob = await within(toBlob(canvas, type, quality), timeLimit, signal, late).catch(
    (cause: unknown) => {
      if (cause instanceof FanfareError || signal?.aborted) throw cause;
      throw failed(cause);
    },
  );
  if (!blob?.size) throw failed(undefined);
  return blob;
}

function toBlob(canvas: Canvas, type: PosterType, quality: number): Promise<Blob | null> {
  if ('convertToBlob' in canvas) return canvas.convertToBlob({ type, quality });
  return new Promise((resolve) => canvas.toBlob(resolve, type, quality));
}

const failed = (cause: unknown) =>
  new FanfareError(
    'poster',
    'encode_failed',
    'The browser could not encode the picture. Lower "pixelRatio" or "maxPixels".',
    cause,
  );
