// Measuring text is the one thing layout cannot do alone; tests bring a ruler of their own.

/** How a piece of text is set. */
export interface TextStyle {
  /** CSS family list. */
  family: string;
  /** Size in design units. */
  size: number;
  weight: number;
  italic: boolean;
  /** Extra space between letters in design units. */
  letterSpacing: number;
}

export interface Measure {
  /** Advance width in design units, letter spacing included. */
  width(text: string, style: TextStyle): number;
  /** Height above and depth below the baseline in design units. */
  metrics(style: TextStyle): { ascent: number; descent: number };
}

const SANS =
  '"PingFang SC", "HarmonyOS Sans SC", "MiSans", "Noto Sans CJK SC", "Noto Sans SC", "Source Han Sans SC", "Microsoft YaHei", system-ui, sans-serif';
const SERIF =
  '"Songti SC", "Noto Serif CJK SC", "Noto Serif SC", "Source Han Serif SC", "STSong", "SimSun", Georgia, serif';

/** The CSS family list of a layer's `font`: `sans`, `serif`, or a list of its own backed by `sans`. */
export function familyOf(font: string | undefined): string {
  if (font === undefined || font === 'sans') return SANS;
  return font === 'serif' ? SERIF : /(^|,)\s*(sans-)?serif\s*$/.test(font) ? font : `${font}, ${SANS}`;
}

/** A CSS `font` value. */
export const cssFont = (style: TextStyle): string =>
  `${style.italic ? 'italic ' : ''}${style.weight} ${style.size}px ${style.family}`;
