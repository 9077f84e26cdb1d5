// The tokens that widgets read, by name: `color.accent` is `--ff-color-accent`. Palettes (the first tier) are a theme's
// own; the semantic tokens (second) colour every widget, those with a widget's name (third) one of them.

export type TokenKind = 'color' | 'dimension' | 'fontFamily' | 'number';

const colors = (group: string, names: string): [string, TokenKind][] =>
  names.split(' ').map((name) => [`${group}.${name}`, 'color']);

/** What kind of value each token takes. */
export const tokens: ReadonlyMap<string, TokenKind> = new Map<string, TokenKind>([
  ...colors(
    'color',
    'accent accent-deep on-accent gold gold-light on-gold surface raised text muted line urgent border danger success text-muted',
  ),
  ...colors(
    'lottery',
    'stage stage-deep on-stage sector-a sector-b sector-c ink gold-deep bulb gleam ray shade veil',
  ),
  ...colors('checkin', 'stage stage-deep on-stage ink gold-deep shade'),
  ...colors('invite', 'veil paper ink'),
  ...colors('poster', 'shade'),
  ['radius.card', 'dimension'],
  ['font.body', 'fontFamily'],
  ['scale', 'number'],
]);

const hyphened = (token: string) => token.replace(/\./g, '-');

/** `color.accent` is `--ff-color-accent`. */
export const propertyOf = (token: string): string => `--ff-${hyphened(token)}`;

/** The token of a name as it stands in a file: `ff-color-accent`, `color.accent`, `semantic.color.accentDeep`. */
export function tokenOf(path: readonly string[]): string | undefined {
  const words = path
    .map((part) => part.replace(/([a-z])([A-Z])/g, '$1-$2').toLowerCase())
    .join('-')
    .split(/[^a-z0-9]+/);
  for (let start = 0; start < words.length; start++) {
    const name = words.slice(start).join('-');
    for (const token of tokens.keys()) if (hyphened(token) === name) return token;
  }
  return undefined;
}
