// html2canvas under the same output contract as the painter: bounded, within the bytes, read back.
import { FanfareError } from '@fanfare/core/errors';
import { tooLate, within } from '../assets/within.js';
import { checkFile, checkTwice } from '../check/check.js';
import { MAX_PIXELS, releaseCanvas } from '../paint/canvas.js';
import { encode } from '../render/encode.js';
import type { OutputOptions, Poster } from '../render/options.js';
import { encodeWarnings, scaleWarnings } from '../render/warnings.js';
import { withinBytes } from '../render/within-bytes.js';
import { explain } from './explain.js';
import { findCodes, findPictures } from './find-marks.js';

export interface CaptureOptions extends OutputOptions {
  /** Colour behind the element. @default '#ffffff' */
  background?: string;
  /** Alternative text of the finished picture. @default the element's `aria-label` */
  alt?: string;
}

/** See `capturePoster`. */
export async function captureElement(element: HTMLElement, options: CaptureOptions): Promise<Poster> {
  const { type = 'image/jpeg', quality = 0.9, timeLimit = 8000, maxBytes, signal, onProgress } = options;
  const { width, height } = element.getBoundingClientRect();
  if (!width || !height)
    throw new FanfareError(
      'poster',
      'capture_failed',
      'The element has no size. Show it before it is captured.',
    );
  const wanted = options.pixelRatio ?? 1125 / width;
  const cap = Math.sqrt(Math.min(options.maxPixels ?? MAX_PIXELS, MAX_PIXELS) / (width * height)) * 0.9995;
  const ratio = Math.min(wanted, cap);
  const asked = { type, quality, maxBytes, timeLimit };

  const once = async (scale: number) => {
    onProgress?.('paint', 0.3);
    const canvas = await capture(element, scale, options.background ?? '#ffffff', timeLimit, signal);
    const size = { width: canvas.width, height: canvas.height };
    try {
      onProgress?.('encode', 0.5);
      const { blob, quality: used } = await encode(canvas, asked, signal);
      releaseCanvas(canvas);
      onProgress?.('check', 0.8);
      const codes = findCodes(element, scale);
      await checkFile(
        blob,
        { ...size, codes, pictures: findPictures(element, scale), boxes: [] },
        timeLimit,
        signal,
      );
      const qr = codes.map(({ name, text, area }) => ({ layer: name, text, decoded: true as const, area }));
      return { blob, ...size, qr, limits: [], warnings: encodeWarnings({ type, quality }, blob, used) };
    } finally {
      releaseCanvas(canvas);
    }
  };

  const { made, ratio: used } = await withinBytes(ratio, maxBytes, (scale) =>
    checkTwice(() => once(scale), signal),
  );
  onProgress?.('done', 1);
  const capped =
    wanted > cap
      ? [
          {
            code: 'pixels_capped',
            message: `The scale was lowered to ${ratio.toFixed(2)} to keep within the platform's limit.`,
          },
        ]
      : [];
  const { blob, qr } = made;
  const warnings = [...capped, ...scaleWarnings(ratio, used, made.width), ...made.warnings];
  return {
    blob,
    width: made.width,
    height: made.height,
    qr,
    warnings,
    alt: options.alt ?? element.getAttribute('aria-label') ?? '',
  };
}

async function capture(
  element: HTMLElement,
  scale: number,
  backgroundColor: string,
  timeLimit: number,
  signal: AbortSignal | undefined,
) {
  const { default: html2canvas } = await import('html2canvas');
  const late = tooLate(
    'html2canvas',
    timeLimit,
    'Remove pictures that do not answer, or use a scene with renderPoster.',
  );
  const settings = { scale, backgroundColor, useCORS: true, logging: false, imageTimeout: timeLimit };
  try {
    return await within(html2canvas(element, settings), timeLimit, signal, late);
  } catch (error) {
    if (error instanceof FanfareError || signal?.aborted) throw error;
    throw explain(error);
  }
}
