// The panel's elements: plain DOM in a shadow root, no markup from text, no inline style.
import css from './overlay.css?inline';

/** An element with attributes and children; texts stay texts. */
export function element<Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  attributes: Record<string, string> = {},
  ...children: (Node | string)[]
): HTMLElementTagNameMap[Tag] {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value);
  made.append(...children);
  return made;
}

/** Puts these in place of what an element holds. */
export function refill(parent: Element, ...children: (Node | string)[]): void {
  while (parent.firstChild) parent.removeChild(parent.firstChild);
  parent.append(...children);
}

/** A shadow root on the page that hears the page's styles as little as possible; and its removal. */
export function openPanel(): { root: ShadowRoot; close: () => void } {
  const host = element('fanfare-track-overlay' as 'div');
  const root = host.attachShadow({ mode: 'open' });
  // Where sheets cannot be constructed, the panel is plain but works: an inline style would break a strict CSP.
  if ('adoptedStyleSheets' in root && 'replaceSync' in CSSStyleSheet.prototype) {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(css);
    root.adoptedStyleSheets = [sheet];
  }
  document.body.append(host);
  return { root, close: () => host.remove() };
}
