// How large a name may be written so that it fits: a rough measure that needs no layout.

/** The width of a name in ems: a Chinese character or an emoji is one, other letters about half. */
export const emsOf = (name: string): number =>
  [...name].reduce((ems, letter) => ems + (letter > '\u1100' ? 1 : 0.58), 0);

const LARGEST = 15;
const SMALLEST = 9;
/** Of two lines so much can be used: words do not break where it would be best. */
const USED = 1.7;

/** Font size, in design pixels, at which a name fits into two lines of `width` design pixels; 9 to 15. */
export const sizeOf = (name: string, width: number): number =>
  Math.max(SMALLEST, Math.min(LARGEST, Math.floor((width * USED) / emsOf(name))));
