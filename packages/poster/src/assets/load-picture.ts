// Loads one picture until it can be drawn without a wait: by an <img>, so that the page's img-src rule is the
// only one asked, decoded before use (an undecoded one paints blank on iOS), and bounded in size.
import { FanfareError } from '@fanfare/core/errors';
import { createCanvas, releaseCanvas } from '../paint/canvas.js';
import { tooLate, within } from './within.js';

/** Longest side kept of a picture; more is never seen on a poster. */
const MAX_SIDE = 4096;

export interface LoadOptions {
  /** Limit of each picture in milliseconds. */
  timeLimit: number;
  signal: AbortSignal | undefined;
  /** Rewrites an address, e.g. to a proxy that adds CORS headers. */
  proxy: ((url: string) => string) | undefined;
  /** Pixels that the picture will fill; a drawing without a size of its own is made that large. */
  wanted: { width: number; height: number };
  /** What errors call the layer. */
  name: string;
}

type Loaded = HTMLImageElement | ImageBitmap | HTMLCanvasElement | OffscreenCanvas;

/**
 * @returns A bitmap, or where the engine has none (Safari before 15) the decoded element.
 * @throws FanfareError `picture_failed` or `time_limit`, naming the layer and the reason.
 */
export async function loadPicture(source: string | object, options: LoadOptions): Promise<Loaded> {
  const image = await openPicture(source, options);
  if (typeof createImageBitmap === 'undefined') return image;
  const size = fittedSize(image, options.wanted, isDrawing(image, source));
  const late = tooLate(`${options.name}: decoding the picture`, options.timeLimit, 'Use a smaller file.');
  const bitmap = isDrawing(image, source)
    ? drawn(image, size ?? clamp(options.wanted))
    : createImageBitmap(
        image,
        size && { resizeWidth: size.width, resizeHeight: size.height, resizeQuality: 'high' },
      );
  return within(bitmap, options.timeLimit, options.signal, late).catch((error) => {
    if (error instanceof FanfareError || options.signal?.aborted) throw error;
    throw failed(options.name, source, 'it could not be decoded; the file may be damaged', error);
  });
}

/**
 * The size to bring a picture to when it is larger than what it will fill: a large photo then takes little memory,
 * and painting is a plain copy. A small one stays as it is: to enlarge it is worth its time only when it is
 * shown again (enlarge.ts).
 */
function fittedSize(image: Loaded, wanted: { width: number; height: number }, isDrawing: boolean) {
  const natural =
    'naturalWidth' in image ? { width: image.naturalWidth, height: image.naturalHeight } : image;
  if (!natural.width || !natural.height) return clamp(wanted);
  const fill = Math.max(wanted.width / natural.width, wanted.height / natural.height);
  const scale = isDrawing ? fill : Math.min(1, fill);
  const size = clamp({ width: natural.width * scale, height: natural.height * scale });
  return size.width === natural.width && size.height === natural.height ? undefined : size;
}

function clamp({ width, height }: { width: number; height: number }) {
  const scale = Math.min(1, MAX_SIDE / Math.max(width, height));
  const side = (length: number) => Math.max(1, Math.round(length * scale));
  return { width: side(width), height: side(height) };
}

/** An SVG, as far as its address or its type tells. */
const isDrawing = (image: Loaded, source: string | object) =>
  'src' in image &&
  (/^data:image\/svg|\.svg($|[?#])/i.test(image.src) || /svg/.test(String((source as Partial<Blob>).type)));

/** By way of a canvas: `createImageBitmap` makes a blank of a drawing without a size (Chromium), or refuses it. */
async function drawn(image: Loaded, { width, height }: { width: number; height: number }) {
  const canvas = createCanvas(width, height);
  const context = canvas.getContext('2d') as CanvasRenderingContext2D | null;
  context?.drawImage(image, 0, 0, width, height);
  const bitmap = await createImageBitmap(canvas);
  releaseCanvas(canvas);
  return bitmap;
}

async function openPicture(source: string | object, options: LoadOptions): Promise<Loaded> {
  if (typeof source === 'string') return openAddress(options.proxy ? options.proxy(source) : source, options);
  if (source instanceof Blob) {
    const url = URL.createObjectURL(source);
    try {
      return await openAddress(url, options);
    } finally {
      URL.revokeObjectURL(url);
    }
  }
  if (typeof HTMLImageElement !== 'undefined' && source instanceof HTMLImageElement) {
    // An element that was loaded without CORS would taint the canvas; its address may still be had with it.
    const foreign = /^https?:/.test(source.src) && new URL(source.src).origin !== location.origin;
    if (foreign && source.crossOrigin === null) return openAddress(source.src, options);
    return decoded(source, source.src, options);
  }
  if (isDrawable(source)) {
    if (isTainted(source)) throw failed(options.name, source, 'it holds pixels from another origin');
    return source;
  }
  throw failed(options.name, source, 'it is no address, Blob, ImageBitmap, image element or canvas');
}

function isDrawable(source: object): source is ImageBitmap | HTMLCanvasElement | OffscreenCanvas {
  return [globalThis.ImageBitmap, globalThis.HTMLCanvasElement, globalThis.OffscreenCanvas].some(
    (kind) => kind && source instanceof kind,
  );
}

/** Whether drawing it would make the poster unreadable, found out on a single pixel. */
function isTainted(picture: CanvasImageSource): boolean {
  const probe = createCanvas(1, 1);
  const context = probe.getContext('2d') as CanvasRenderingContext2D | null;
  try {
    context?.drawImage(picture, 0, 0);
    context?.getImageData(0, 0, 1, 1);
    return false;
  } catch {
    return true;
  } finally {
    releaseCanvas(probe);
  }
}

function openAddress(url: string, options: LoadOptions): Promise<HTMLImageElement> {
  const image = new Image();
  // Without this a picture from elsewhere taints the canvas and nothing can be read back.
  if (/^(https?:)?\/\//.test(url)) image.crossOrigin = 'anonymous';
  image.decoding = 'async';
  image.src = url;
  return decoded(image, url, options);
}

function decoded(image: HTMLImageElement, url: string, options: LoadOptions): Promise<HTMLImageElement> {
  const ready = image.decode ? image.decode().catch(() => loaded(image)) : loaded(image);
  const late = tooLate(
    `${options.name}: loading ${short(url)}`,
    options.timeLimit,
    'Check the address and the network.',
  );
  return within(ready, options.timeLimit, options.signal, late).then(
    () => image,
    (error: unknown) => {
      image.src = '';
      if (error instanceof FanfareError || options.signal?.aborted) throw error;
      throw failed(
        options.name,
        url,
        'it answered with an error, sent no CORS header, or is no picture',
        error,
      );
    },
  );
}

/** The plain event, for drawings and engines where `decode` refuses what still can be painted. */
function loaded(image: HTMLImageElement): Promise<void> {
  if (image.complete && image.naturalWidth > 0) return Promise.resolve();
  if (image.complete) return Promise.reject(new Error('broken'));
  return new Promise((resolve, reject) => {
    image.addEventListener('load', () => resolve(), { once: true });
    image.addEventListener('error', () => reject(new Error('error event')), { once: true });
  });
}

function failed(name: string, source: string | object, why: string, cause?: unknown): FanfareError {
  const what = typeof source === 'string' ? short(source) : 'the given picture';
  return new FanfareError(
    'poster',
    'picture_failed',
    `${name}: ${what} could not be used: ${why}. Serve it with "Access-Control-Allow-Origin", or give a "proxy".`,
    cause,
  );
}

const short = (url: string) => (url.length > 80 ? `${url.slice(0, 77)}...` : url);
