// Finds tags that nobody has defined yet, now and later, and imports the code of those it knows.
import type { Sources } from './sources.js';

const PREFIX = 'fanfare-';

export interface Loader {
  /** Looks after a document or an open shadow root, from now on; returns the function that stops it. */
  watch(root: Document | ShadowRoot): () => void;
}

/** @param report Told what could not be loaded; the page goes on as if the tag were not there. */
export function createLoader(sources: Sources, report: (...words: unknown[]) => void): Loader {
  const roots = new Set<ParentNode>();
  const asked = new Set<string>();

  const meet = ({ localName: tag }: Element) => {
    if (!tag.startsWith(PREFIX) || asked.has(tag) || customElements.get(tag)) return;
    asked.add(tag);
    const load = sources[tag.slice(PREFIX.length)];
    if (!load) {
      const known = Object.keys(sources).map((name) => `<${PREFIX}${name}>`);
      return report(`[fanfare/elements] <${tag}> is not known here. Use one of ${known.join(', ')}.`);
    }
    load().catch((error: unknown) => {
      asked.delete(tag);
      report(`[fanfare/elements] <${tag}> could not be loaded. Check that its file is reachable.`, error);
      addEventListener('online', () => roots.forEach(search), { once: true });
    });
  };
  const search = (root: ParentNode) => root.querySelectorAll(':not(:defined)').forEach(meet);

  return {
    watch(root) {
      const observer = new MutationObserver((changes) => {
        for (const { addedNodes } of changes)
          for (const node of addedNodes)
            if (node instanceof Element) {
              meet(node);
              search(node);
            }
      });
      roots.add(root);
      observer.observe(root, { childList: true, subtree: true });
      search(root);
      return () => {
        roots.delete(root);
        observer.disconnect();
      };
    },
  };
}
