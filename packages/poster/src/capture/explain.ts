// html2canvas fails in a handful of known ways; each is said in words that help.
import { FanfareError } from '@fanfare/core/errors';

const known: [RegExp, string][] = [
  [
    /trusted ?(html|script|types)|TrustedHTML/i,
    'the page requires Trusted Types, and html2canvas writes a document. Use a scene with renderPoster, which needs none',
  ],
  [
    /content security policy|refused to/i,
    "the page's Content Security Policy forbids what html2canvas does. Use a scene with renderPoster",
  ],
  [
    /unsupported color function "?(\w+)/i,
    'html2canvas does not know a colour notation that the style sheet uses (oklch, lab, color()). Write those colours as hex, or use a scene',
  ],
  [
    /taint|insecure|cross.?origin/i,
    'a picture from another origin was sent without CORS. Serve it with "Access-Control-Allow-Origin"',
  ],
  [
    /iframe|cloned|unable to find element/i,
    'html2canvas could not copy the element into its own document. The element must be in the page; or use a scene',
  ],
];

/** An error with the reason and a way out. */
export function explain(error: unknown): FanfareError {
  const said = error instanceof Error ? error.message : String(error);
  const reason =
    known.find(([pattern]) => pattern.test(said))?.[1] ??
    `html2canvas said "${said.slice(0, 120)}". Use a scene with renderPoster`;
  return new FanfareError('poster', 'capture_failed', `The element could not be captured: ${reason}.`, error);
}
