// Letters as a reader counts them: an emoji family or a letter with its accents is one.

interface Segmenter {
  segment(text: string): Iterable<{ segment: string }>;
}
type SegmenterClass = new (locale?: string, options?: object) => Segmenter;

/** Made on first need: opening the Unicode tables takes longer than setting a whole poster. */
let segmenter: Segmenter | undefined;
const openSegmenter = (): Segmenter | undefined => {
  const Class = (Intl as { Segmenter?: SegmenterClass }).Segmenter;
  segmenter ??= Class && new Class(undefined, { granularity: 'grapheme' });
  return segmenter;
};

// Flags, then one code point with what hangs on it: accents, variation selectors, skin tones, ZWJ sequences.
const CLUSTER =
  /\p{Regional_Indicator}{2}|[\s\S](?:\p{Mark}|\p{Emoji_Modifier}|[\u{e0020}-\u{e007f}]|\u200d[^\s])*/gu;

/** Splits text where a reader would. Engines without `Intl.Segmenter` get a close approximation. */
export function graphemes(text: string): string[] {
  // Without marks, joiners, surrogates or emoji every character stands alone.
  if (/^[\x20-\x7e\xb7\u2018-\u201d\u2026\u3000-\u303f\u4e00-\u9fff\uff01-\uff5e]*$/.test(text))
    return text.split('');
  const parts = openSegmenter()?.segment(text);
  return parts ? Array.from(parts, (part) => part.segment) : clusters(text);
}

/** The approximation, on its own so that tests can reach it. */
export const clusters = (text: string): string[] => text.match(CLUSTER) ?? [];
