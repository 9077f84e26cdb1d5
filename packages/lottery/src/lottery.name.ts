// How large a name may be written so that it fits: a rough measure that needs no layout.

/** The width of a name in ems: a Chinese character or an emoji is one, other letters about half. */
export function emsOf(name: string): number {
  let ems = 0;
  for (const letter of name) ems += /[\u1100-\uffff\u{10000}-\u{10ffff}]/u.test(letter) ? 1 : 0.58;
  return ems;
}

const LARGEST = 15;
const SMALLEST = 9;

/** Font size, in design pixels, at which the name fits into `lines` of `width` design pixels; 9 at least. */
export function sizeOf(name: string, width: number, lines: number): number {
  for (let size = LARGEST; size > SMALLEST; size--)
    if (emsOf(name) * size <= width * (lines > 1 ? lines - 0.3 : 1)) return size;
  return SMALLEST;
}
