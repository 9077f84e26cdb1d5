// The design in a link: behind the #, so that no server gets it. Whatever comes from a link is read like a file from a
// stranger.
import { readTheme, type Theme } from '@fanfare/themes';

const BEGIN = '#theme=';

export function linkTo(theme: Theme, page: string): string {
  const json = new TextEncoder().encode(JSON.stringify(theme));
  const text = btoa(String.fromCharCode(...json))
    .replace(/\+/g, '-')
    .replace(/\//g, '_')
    .replace(/=+$/, '');
  return `${page.split('#')[0]}${BEGIN}${text}`;
}

/** The theme of a link; nothing where it holds none. */
export function themeFrom(hash: string): Theme | undefined {
  if (!hash.startsWith(BEGIN)) return undefined;
  try {
    const text = atob(hash.slice(BEGIN.length).replace(/-/g, '+').replace(/_/g, '/'));
    const bytes = Uint8Array.from(text, (letter) => letter.charCodeAt(0));
    return readTheme(JSON.parse(new TextDecoder().decode(bytes), tokenOf)).theme;
  } catch {
    return undefined;
  }
}

/** A plain value as the token that `readTheme` looks for. */
const tokenOf = (_: string, value: unknown) => (typeof value === 'string' ? { $value: value } : value);
