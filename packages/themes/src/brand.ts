// One page, many brands: the same activity with another house's colours, logo and name.
import type { Theme } from './read-theme.js';
import { propertyOf, tokens } from './tokens.js';
import { cssOf } from './value.js';

export interface Brand {
  name: string;
  /** Address of the logo: https, or on the page's own site. */
  logo?: string | undefined;
  /** From `readTheme`. */
  theme: Theme;
}

/**
 * Gives a part of the page to a brand: its tokens, its name in every `[data-brand="name"]` and its logo in every
 * `img[data-brand="logo"]` below. Works under a strict CSP. Returns the function that takes it back.
 *
 * @param root An element around the widgets.
 */
export function applyBrand(root: HTMLElement, { name, logo, theme }: Brand): () => void {
  const night = matchMedia('(prefers-color-scheme: dark)');
  const all = [...new Set([...Object.keys(theme.light), ...Object.keys(theme.dark)])];
  const paint = () => {
    const chosen = root.getAttribute('theme')?.match(/\b(light|dark)\b/)?.[1];
    const values = (chosen ? chosen === 'dark' : night.matches) ? theme.dark : theme.light;
    for (const token of all) {
      const kind = tokens.get(token);
      const css = kind && values[token] !== undefined ? cssOf(kind, values[token]) : undefined;
      if (css) root.style.setProperty(propertyOf(token), css);
      else root.style.removeProperty(propertyOf(token));
    }
  };
  paint();
  night.addEventListener?.('change', paint);

  const undo: (() => void)[] = [];
  for (const element of root.querySelectorAll('[data-brand="name"]')) {
    const before = element.textContent;
    element.textContent = name;
    undo.push(() => {
      element.textContent = before;
    });
  }
  for (const image of root.querySelectorAll<HTMLImageElement>('img[data-brand="logo"]')) {
    const { src, alt } = image;
    if (logo && isPicture(logo)) image.src = logo;
    image.alt = name;
    undo.push(() => Object.assign(image, { src, alt }));
  }
  return () => {
    night.removeEventListener?.('change', paint);
    for (const token of all) root.style.removeProperty(propertyOf(token));
    for (const step of undo) step();
  };
}

function isPicture(address: string): boolean {
  const url = new URL(address, document.baseURI);
  return url.protocol === 'https:' || url.origin === location.origin;
}
