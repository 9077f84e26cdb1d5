// How large a name may be written so that it fits: a rough measure that needs no layout.

/** The width of a bold text in ems: a Chinese character or an emoji is one, other letters about two thirds. */
export const emsOf = (text: string): number =>
  [...text].reduce((ems, letter) => ems + (letter > '\u1100' ? 1 : 0.64), 0);

const LARGEST = 15;
const SMALLEST = 8;
/** Of two lines so much can be used: words do not break where it would be best. */
const USED = 1.75;
/** Some letters are wider than others. */
const WORD_SLACK = 1.12;

/** Font size, in design pixels, at which a name fits into two lines of `width` design pixels; 8 to 15. */
export function sizeOf(name: string, width: number): number {
  const longestWord = Math.max(1, ...name.split(/[^!-~]+/).map(emsOf));
  const fits = Math.floor(Math.min((width * USED) / emsOf(name), width / longestWord / WORD_SLACK));
  return Math.max(SMALLEST, Math.min(LARGEST, fits));
}
