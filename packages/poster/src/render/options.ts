// What renderPoster takes and gives.
import type { PosterData } from '../scene/bind.js';
import type { SizeName, SizePreset } from '../scene/sizes.js';

export type PosterType = 'image/jpeg' | 'image/png' | 'image/webp';

/** Where a render stands: pictures and fonts, painting, encoding, reading the result back. */
export type Stage = 'assets' | 'paint' | 'encode' | 'check' | 'done';

/** Options of every way to a poster. */
export interface OutputOptions {
  /** File type. Where the engine cannot write WebP, a JPEG comes with a warning. @default 'image/jpeg' */
  type?: PosterType;
  /** Quality of JPEG and WebP from 0 to 1; lowered to keep within `maxBytes`, not below 0.6. @default 0.9 */
  quality?: number;
  /** Pixels per design unit. @default whatever makes the picture 1125 pixels wide */
  pixelRatio?: number;
  /** Most pixels of the picture; above, the scale is lowered with a warning. @default 16777216 */
  maxPixels?: number;
  /** Most bytes of the file: reached by quality, then by scale, never at the cost of a readable QR code. */
  maxBytes?: number;
  /** Limit of each wait (a picture, a font, encoding) in milliseconds. @default 8000 */
  timeLimit?: number;
  /** Gives the work up; the call then rejects with the signal's reason. */
  signal?: AbortSignal;
  /** Told of each stage as it begins, with the part that is done from 0 to 1. */
  onProgress?: (stage: Stage, done: number) => void;
}

export interface RenderOptions extends OutputOptions {
  /** Language of texts in several languages. @default 'zh-CN' */
  locale?: string;
  /** Outlet to fit the scene to, by name or as a size of its own. */
  size?: SizeName | SizePreset;
  /** Rewrites the address of a picture, e.g. to a proxy that adds CORS headers. */
  proxy?: (url: string) => string;
  /** Limit of each font in milliseconds; a late font is replaced by the fallback. @default 3000 */
  fontTimeLimit?: number;
  /**
   * Paints in a worker over the file that `@fanfare/poster/worker` is:
   * `() => new Worker(new URL('@fanfare/poster/worker', import.meta.url), { type: 'module' })`.
   * Keep one function and the worker is kept too; a worker that fails or cannot paint is replaced by this thread.
   */
  worker?: () => Worker;
}

/** Something that did not go as asked, though there is a poster. */
export interface Warning {
  /** Stable code, e.g. `scaled_down`. */
  code: string;
  /** The layer, where there is one. */
  layer?: string;
  /** A full sentence. */
  message: string;
}

/** A QR code that was read back. */
export interface ReadCode {
  /** The layer as errors call it. */
  layer: string;
  /** What it says. */
  text: string;
  decoded: true;
  /** Where it is, in pixels of the picture. */
  area: { x: number; y: number; width: number; height: number };
}

export interface Poster {
  /** The file. */
  blob: Blob;
  /** Width in pixels. */
  width: number;
  /** Height in pixels. */
  height: number;
  /** Every QR code with what was read from the finished file. */
  qr: ReadCode[];
  /** What to tell a developer or an operator. */
  warnings: Warning[];
  /** Alternative text, composed from the scene and the data. */
  alt: string;
}

export type { PosterData };
