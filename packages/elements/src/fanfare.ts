// `<script type="module" src=".../fanfare.js">`: the page's tags come to life, whatever way they got there.
import { createLoader } from './loader.js';
import { sources } from './sources.js';

const loader = createLoader(sources, (...words) => console.error(...words));

/** Looks after an open shadow root too; the document is looked after already. Returns the function that stops it. */
export const watch = loader.watch;

if (typeof document !== 'undefined') watch(document);
