// Letters as a reader counts them: an emoji family or a letter with its accents is one.

interface Segmenter {
  segment(text: string): Iterable<{ segment: string }>;
}
const Segmenter = (Intl as { Segmenter?: new (locale?: string, options?: object) => Segmenter }).Segmenter;
const segmenter = Segmenter && new Segmenter(undefined, { granularity: 'grapheme' });

// Flags, then one code point with what hangs on it: accents, variation selectors, skin tones, ZWJ sequences.
const CLUSTER =
  /\p{Regional_Indicator}{2}|[\s\S](?:\p{Mark}|\p{Emoji_Modifier}|[\u{e0020}-\u{e007f}]|\u200d[^\s])*/gu;

/** Splits text where a reader would. Engines without `Intl.Segmenter` get a close approximation. */
export function graphemes(text: string): string[] {
  // Without marks, joiners, surrogates or emoji every character stands alone.
  if (/^[\x20-\x7e\u3000-\u303f\u4e00-\u9fff\uff01-\uff5e]*$/.test(text)) return text.split('');
  return segmenter ? Array.from(segmenter.segment(text), (part) => part.segment) : clusters(text);
}

/** The approximation, on its own so that tests can reach it. */
export const clusters = (text: string): string[] => text.match(CLUSTER) ?? [];
