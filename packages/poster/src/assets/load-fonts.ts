// Fonts of the scene, and those of the page that the scene names. A font that does not come in time leaves the
// poster in the fallback font, with a warning.
import type { FontSource } from '../scene/scene.js';
import { within } from './within.js';

/** The part of `document.fonts` (or of a worker's `fonts`) that is used. */
export interface FontStore {
  add(face: FontFace): unknown;
  delete(face: FontFace): unknown;
  readonly size: number;
  load(font: string, text?: string): Promise<FontFace[]>;
}

export interface FontOptions {
  /** Limit of each font in milliseconds. */
  timeLimit: number;
  signal: AbortSignal | undefined;
  warn(message: string): void;
}

/** Fonts that were added before, by store: a face is added once, not once a poster. */
const added = new WeakMap<FontStore, Set<string>>();

/** Brings in the fonts of a scene; never throws for a font. */
export async function loadFonts(
  sources: readonly FontSource[],
  store: FontStore | undefined,
  options: FontOptions,
): Promise<void> {
  if (!store || typeof FontFace === 'undefined') {
    if (sources.length) options.warn('This browser cannot load fonts; the fallback font is used.');
    return;
  }
  const known = added.get(store) ?? new Set<string>();
  added.set(store, known);
  await Promise.all(sources.map((source) => loadOne(source, store, known, options)));
}

async function loadOne(
  source: FontSource,
  store: FontStore,
  known: Set<string>,
  options: FontOptions,
): Promise<void> {
  const key = JSON.stringify(source);
  if (known.has(key)) return;
  try {
    const face = new FontFace(source.family, `url(${JSON.stringify(source.url)})`, {
      weight: source.weight ?? '400',
      style: source.style ?? 'normal',
    });
    await within(face.load(), options.timeLimit, options.signal, silent(options));
    store.add(face);
    known.add(key);
  } catch (error) {
    if (options.signal?.aborted) throw error;
    options.warn(`Font "${source.family}" could not be loaded: ${why(error)} The fallback font is used.`);
  }
}

const silent =
  ({ timeLimit }: FontOptions) =>
  () =>
    new Error(`it took longer than ${timeLimit / 1000} s.`);

const why = (error: unknown) => (error instanceof Error ? error.message : String(error));

/** Waits for the page's own @font-face fonts that texts are set in, as the browser would only load them on use. */
export async function awaitPageFonts(
  fonts: Iterable<string>,
  store: FontStore | undefined,
  options: FontOptions,
): Promise<void> {
  if (!store?.size) return;
  const load = Promise.all(Array.from(fonts, (font) => store.load(font)));
  await within(load, options.timeLimit, options.signal, silent(options)).catch((error: unknown) => {
    if (options.signal?.aborted) throw error;
    options.warn(`The page's fonts could not be loaded: ${why(error)} The fallback font is used.`);
  });
}
