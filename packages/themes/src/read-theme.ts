// Reads a theme from a file of design tokens: DTCG 2025.10, or what Tokens Studio exports. Nothing in it is trusted.
import { createResolver, type FlatToken, flatten } from './flatten.js';
import { tokenOf, tokens } from './tokens.js';
import { cssOf } from './value.js';

/** CSS values by token: `{ 'color.accent': '#d81e2c' }`. */
export type Values = { readonly [token: string]: string };

/** A look by day and by night. */
export interface Theme {
  light: Values;
  dark: Values;
}

export interface Reading {
  theme: Theme;
  /** Tokens of the file that no widget reads, and to which none that is read refers. */
  unknown: string[];
  /** Tokens whose value was left out, each as a sentence. */
  problems: string[];
}

type Mode = keyof Theme;

/** The modes a token is for: that whose name stands in its path, else both. */
function modesOf(path: readonly string[]): Mode[] {
  const words = path.flatMap((part) => part.toLowerCase().split(/[^a-z]+/));
  const named = (['light', 'dark'] as const).filter((mode) => words.includes(mode));
  return named.length > 0 ? named : ['light', 'dark'];
}

/** Reads what it can and says what it could not; never throws. */
export function readTheme(json: unknown): Reading {
  const all = flatten(json);
  const { resolve, referred } = createResolver(all);
  const theme: Record<Mode, Record<string, string>> = { light: {}, dark: {} };
  const problems: string[] = [];
  const strangers: FlatToken[] = [];

  for (const flat of all) {
    const token = tokenOf(flat.path);
    if (!token) {
      strangers.push(flat);
      continue;
    }
    const value = resolve(flat.value);
    const css = cssOf(tokens.get(token)!, value);
    if (css === undefined)
      problems.push(`"${flat.path.join('.')}" expected a ${tokens.get(token)}, got ${shown(flat.value)}.`);
    else for (const mode of modesOf(flat.path)) theme[mode][token] = css;
  }
  const unknown = strangers.map(({ path }) => path.join('.')).filter((name) => !referred.has(name));
  return { theme, unknown, problems };
}

function shown(value: unknown): string {
  const text = JSON.stringify(value) ?? String(value);
  return text.length > 60 ? `${text.slice(0, 57)}...` : text;
}
