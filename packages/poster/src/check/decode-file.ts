// Opens the finished file again, as a phone would, and hands out pieces of it.
import { FanfareError } from '@fanfare/core/errors';
import { tooLate, within } from '../assets/within.js';
import { createCanvas, openCanvas, releaseCanvas } from '../paint/canvas.js';
import type { DecodedFile } from './decoded-file.js';
import { grayOf } from './gray.js';
import { openFrame } from './open-frame.js';

/** Decodes a picture file with the fastest decoder that the engine has. */
export async function decodeFile(
  blob: Blob,
  timeLimit: number,
  signal: AbortSignal | undefined,
): Promise<DecodedFile> {
  const late = tooLate('Opening the finished picture', timeLimit, 'Lower "pixelRatio".');
  return within(openBlob(blob), timeLimit, signal, late).catch((cause: unknown) => {
    if (cause instanceof FanfareError || signal?.aborted) throw cause;
    throw new FanfareError(
      'poster',
      'encode_failed',
      'The finished picture cannot be opened again. Lower "pixelRatio".',
      cause,
    );
  });
}

async function openBlob(blob: Blob): Promise<DecodedFile> {
  const frame =
    typeof ImageDecoder === 'undefined' ? undefined : await openFrame(blob).catch(() => undefined);
  if (frame) return frame;
  if (typeof createImageBitmap !== 'undefined') {
    const bitmap = await createImageBitmap(blob);
    return drawn(bitmap, bitmap.width, bitmap.height, () => bitmap.close());
  }
  const url = URL.createObjectURL(blob);
  const image = new Image();
  image.src = url;
  await image.decode().finally(() => URL.revokeObjectURL(url));
  return drawn(image, image.naturalWidth, image.naturalHeight, () => undefined);
}

function drawn(source: CanvasImageSource, width: number, height: number, close: () => void): DecodedFile {
  return {
    width,
    height,
    close,
    async gray({ x, y, width: wide, height: tall }) {
      const { canvas, context } = openCanvas(createCanvas, wide, tall, { willReadFrequently: true });
      context.drawImage(source, x, y, wide, tall, 0, 0, wide, tall);
      const { data } = context.getImageData(0, 0, wide, tall);
      releaseCanvas(canvas);
      return grayOf(data, wide, tall);
    },
  };
}
