// Finds tags that nobody has defined yet, now and later, and defines those whose code there is.
import type { Source } from './sources.js';

export interface LoaderOptions {
  sources: { [name: string]: Source };
  /** `fanfare` finds `<fanfare-lottery>`. */
  prefix: string;
  /** Told what could not be loaded; the page goes on as if the tag were not there. */
  report(...words: unknown[]): void;
  /** Told of every known tag that is met; its tag is defined when that is done. */
  met?: ((element: Element) => Promise<void> | undefined) | undefined;
}

/** Looks after a document or an open shadow root, from now on; returns the function that stops it. */
export function watch(
  root: Document | ShadowRoot,
  { sources, prefix, report, met }: LoaderOptions,
): () => void {
  const asked = new Set<string>();
  const known = Object.keys(sources).map((name) => `${prefix}-${name}`);

  const define = (tag: string, before: Promise<void> | undefined) => {
    if (!tag.startsWith(`${prefix}-`) || asked.has(tag) || customElements.get(tag)) return;
    asked.add(tag);
    const load = sources[tag.slice(prefix.length + 1)];
    if (!load) {
      report(`[fanfare/elements] <${tag}> is not known here. Use one of <${known.join('>, <')}>.`);
      return;
    }
    Promise.all([load(), before]).then(
      ([{ part }]) => part.register(prefix),
      (error: unknown) => {
        asked.delete(tag);
        report(`[fanfare/elements] <${tag}> could not be loaded. Check that its file is reachable.`, error);
        addEventListener('online', search as () => void, { once: true });
      },
    );
  };
  const meet = (element: Element) => {
    define(element.localName, known.includes(element.localName) ? met?.(element) : undefined);
  };
  const search = (from: ParentNode | Event) => {
    const place = 'querySelectorAll' in from ? from : root;
    place.querySelectorAll(met ? `${known},:not(:defined)` : ':not(:defined)').forEach(meet);
  };

  const observer = new MutationObserver((changes) => {
    for (const { addedNodes } of changes)
      for (const node of addedNodes)
        if (node instanceof Element) {
          meet(node);
          search(node);
        }
  });
  observer.observe(root, { childList: true, subtree: true });
  search(root);
  return () => observer.disconnect();
}
