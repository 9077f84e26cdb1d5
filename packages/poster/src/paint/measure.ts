// The ruler of layout: a canvas context's own measuring.
import { cssFont, type Measure, type TextStyle } from '../layout/measure.js';
import type { Context } from './canvas.js';
import { setLetterSpacing } from './text.js';

/** A ruler over a context; it changes the context's font and letter spacing. */
export function createMeasure(context: Context): Measure {
  const heights = new Map<string, { ascent: number; descent: number }>();
  const widths = new Map<string, number>();
  let current = '';
  const use = (style: TextStyle) => {
    const font = cssFont(style);
    const key = `${font} ${style.letterSpacing}`;
    if (key !== current) {
      context.font = font;
      setLetterSpacing(context, style.letterSpacing);
      current = key;
    }
    return key;
  };

  return {
    width(text, style) {
      const key = `${use(style)}\n${text}`;
      let width = widths.get(key);
      if (width === undefined) {
        width = context.measureText(text).width;
        widths.set(key, width);
      }
      return width;
    },
    metrics(style) {
      const key = cssFont(style);
      let found = heights.get(key);
      if (!found) {
        use(style);
        const { fontBoundingBoxAscent: ascent, fontBoundingBoxDescent: descent } = context.measureText('国');
        // Without font boxes (Chromium before 87): the usual shape of a Chinese font.
        found =
          ascent === undefined
            ? { ascent: style.size * 1.06, descent: style.size * 0.34 }
            : { ascent, descent };
        heights.set(key, found);
      }
      return found;
    },
  };
}
