// The door to capturing HTML; html2canvas is loaded on the first call.

import { notLoaded } from '../assets/not-loaded.js';
import type { Poster } from '../render/options.js';
import type { CaptureOptions } from './capture-element.js';

export type { CaptureOptions };

/**
 * Pictures an element of the page, for designers who bring HTML instead of a scene. Elements with
 * `data-fanfare-qr="<text>"` are read back from the finished file, and pictures are looked for, as in `renderPoster`.
 * html2canvas writes a document of its own, so pages that require Trusted Types have to use a scene.
 * @throws FanfareError `capture_failed` with the reason, or as `renderPoster`.
 */
export async function capturePoster(element: HTMLElement, options: CaptureOptions = {}): Promise<Poster> {
  const { captureElement } = await import('./capture-element.js').catch(notLoaded('html2canvas'));
  return captureElement(element, options);
}
