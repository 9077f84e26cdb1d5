// The theme as a DTCG 2025.10 file: one group by day, one by night, colours in sRGB.
import { type Theme, type TokenKind, tokens, type Values } from '@fanfare/themes';
import { converter, parse } from 'culori';

type Group = { [name: string]: Group | { $type: TokenKind; $value: unknown } };

const toRgb = converter('rgb');
const round = (part: number) => Math.round(part * 10_000) / 10_000;

function writtenValue(kind: TokenKind, css: string): unknown {
  if (kind === 'dimension') return { value: Number.parseFloat(css), unit: 'px' };
  if (kind === 'number') return Number(css);
  if (kind === 'fontFamily') return css.split(', ').map((name) => name.replaceAll('"', ''));
  const color = toRgb(parse(css));
  if (!color) return css;
  const { r, g, b, alpha = 1 } = color;
  return { colorSpace: 'srgb', components: [r, g, b].map(round), ...(alpha < 1 && { alpha: round(alpha) }) };
}

function groupOf(values: Values): Group {
  const root: Group = {};
  for (const [token, css] of Object.entries(values)) {
    const kind = tokens.get(token);
    const [group = '', name = ''] = token.includes('.') ? token.split('.') : ['', token];
    if (!kind) continue;
    if (group) root[group] ??= {};
    const home = group ? (root[group] as Group) : root;
    home[name] = { $type: kind, $value: writtenValue(kind, css) };
  }
  return root;
}

export const toDtcg = ({ light, dark }: Theme): string =>
  `${JSON.stringify({ light: groupOf(light), dark: groupOf(dark) }, null, 2)}\n`;
