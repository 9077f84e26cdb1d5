// What a captured element promises: its codes and its pictures, where they lie.
import type { Code } from '../check/read-qr.js';
import type { Box } from '../layout/place.js';
import type { Mark } from '../paint/painter.js';

/** Attribute that names the text of a QR code, on whatever element shows it. */
const CODE = 'data-fanfare-qr';

/** Codes that were declared with `data-fanfare-qr`. */
export function findCodes(element: HTMLElement, scale: number): Code[] {
  return Array.from(element.querySelectorAll(`[${CODE}]`), (node, index) => ({
    name: `QR code ${index + 1}`,
    text: node.getAttribute(CODE)!,
    area: areaOf(node, element, scale),
  }));
}

/** Pictures that are large enough to be looked at, and shown whole. */
export function findPictures(element: HTMLElement, scale: number): Mark[] {
  return Array.from(element.querySelectorAll('img'))
    .filter((image) => image.complete && image.naturalWidth > 0 && !image.hasAttribute(CODE))
    .map((bitmap, index) => ({
      name: `Picture ${index + 1}`,
      bitmap,
      after: 0,
      ...areaOf(bitmap, element, scale),
    }));
}

function areaOf(node: Element, within: HTMLElement, scale: number): Box {
  const [inner, outer] = [node.getBoundingClientRect(), within.getBoundingClientRect()];
  return {
    x: Math.round((inner.left - outer.left) * scale),
    y: Math.round((inner.top - outer.top) * scale),
    width: Math.round(inner.width * scale),
    height: Math.round(inner.height * scale),
  };
}
