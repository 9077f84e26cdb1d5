// Where a line may end. Chinese and Japanese break between any two characters except where kinsoku forbids it
// (no closing mark at the start of a line, no opening mark at its end); Latin words stay whole.
import { graphemes } from './graphemes.js';

const NOT_AT_START =
  /^[、。，．・：；？！゛゜ヽヾゝゞ々〻ー’”）〕］｝〉》」』】〗〙〟…‥—–～·°′″℃％‰,.!?:;)\]}>%~ぁぃぅぇぉっゃゅょゎァィゥェォッャュョヮヵヶ]/u;
const NOT_AT_END = /[‘“（〔［｛〈《「『【〖〘〝([{<￥＄¥$£€#@＃＠]$/u;
const IDEOGRAPHIC =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Extended_Pictographic}\p{Regional_Indicator}\u3000-\u303f\uff00-\uffef]/u;
const ASCII_ONLY = /^[\x20-\x7e]$/;

/** Splits one paragraph into runs that stay together; a line may end after each. Spaces go with the run before. */
export function breakRuns(paragraph: string): string[] {
  const runs: string[] = [];
  let run = '';
  let before = '';
  for (const letter of graphemes(paragraph)) {
    if (run && mayBreak(before, letter)) {
      runs.push(run);
      run = '';
    }
    run += letter;
    before = letter;
  }
  return run ? [...runs, run] : runs;
}

function mayBreak(before: string, after: string): boolean {
  if (/\s/.test(after) && after !== '\u3000') return false;
  if (before === '\u00a0' || after === '\u00a0') return false;
  if (/\s/.test(before) || before === '\u200b') return true;
  if (NOT_AT_START.test(after) || NOT_AT_END.test(before)) return false;
  const ideographic = (letter: string) => !ASCII_ONLY.test(letter) && IDEOGRAPHIC.test(letter);
  if (ideographic(before) || ideographic(after)) return true;
  return (before === '-' || before === '/') && /\p{Letter}/u.test(after);
}

/**
 * Breaks text into lines no wider than `width`, as long as a single letter fits.
 * @param measure Width of a piece of text.
 */
export function breakLines(text: string, width: number, measure: (text: string) => number): string[] {
  return text.split('\n').flatMap((paragraph) => breakParagraph(paragraph, width, measure));
}

function breakParagraph(paragraph: string, width: number, measure: (text: string) => number): string[] {
  if (measure(paragraph) <= width) return [paragraph];
  const lines: string[] = [];
  let line = '';
  let used = 0;
  const take = (piece: string) => {
    const wide = measure(piece);
    // A space that hangs over the end does not count: it is not seen.
    if (line && used + (/\s$/.test(piece) ? measure(piece.trimEnd()) : wide) > width) {
      lines.push(line.trimEnd());
      line = '';
      used = 0;
    }
    line += piece;
    used += wide;
  };
  for (const run of breakRuns(paragraph)) {
    if (measure(run.trimEnd()) <= width) take(run);
    else for (const letter of graphemes(run)) take(letter);
  }
  return [...lines, line.trimEnd()];
}
