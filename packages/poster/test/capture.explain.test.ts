import { expect, test } from 'vitest';
import { explain } from '../src/capture/explain.js';

test.each([
  [
    "Failed to execute 'write' on 'Document': This document requires 'TrustedHTML' assignment.",
    /Trusted Types/,
  ],
  ['Attempting to parse an unsupported color function "oklch"', /colour notation/],
  ["Failed to execute 'toBlob': Tainted canvases may not be exported.", /without CORS/],
  ['Unable to find element in cloned iframe', /could not copy the element/],
  ['Refused to load because it violates the Content Security Policy', /Content Security Policy/],
  ['what?', /html2canvas said "what\?"/],
])('explains "%s"', (said, reason) => {
  expect(explain(new Error(said)).message).toMatch(reason);
});
