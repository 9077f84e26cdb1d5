// One token's value as CSS. What comes out is put together from parsed pieces, never passed on: a theme from a stranger
// can colour, and nothing else.
import type { TokenKind } from './tokens.js';

const HEX = /^#(?:[\da-f]{3,4}|[\da-f]{6}|[\da-f]{8})$/i;
const CALL =
  /^(rgb|hsl)a?\(\s*([\d.]+(?:deg)?%?)[\s,]+([\d.]+%?)[\s,]+([\d.]+%?)(?:\s*[,/]\s*([\d.]+%?))?\s*\)$/i;
const WORD = /^[a-z]{3,20}$/i;
const LENGTH = /^(\d+(?:\.\d+)?)(?:px)?$/;
const FAMILY = /^[\p{L}\p{N}][\p{L}\p{N} _-]{0,60}$/u;
const GENERIC = /^(?:serif|sans-serif|monospace|cursive|fantasy|system-ui|ui-[a-z-]+|-apple-system)$/;

/** The CSS of a value, or undefined where it is none of its kind. Reads DTCG 2025.10 and the older plain strings. */
export function cssOf(kind: TokenKind, value: unknown): string | undefined {
  if (kind === 'color') return colorOf(value);
  if (kind === 'dimension') return lengthOf(value);
  if (kind === 'fontFamily') return familiesOf(value);
  return typeof value === 'number' && Number.isFinite(value)
    ? String(value)
    : lengthOf(value)?.replace('px', '');
}

function colorOf(value: unknown): string | undefined {
  if (typeof value === 'string') {
    const text = value.trim();
    if (HEX.test(text)) return text.toLowerCase();
    if (WORD.test(text)) return text.toLowerCase();
    const [, space = '', a, b, c, alpha] = CALL.exec(text) ?? [];
    if (!space) return undefined;
    return alpha
      ? `${space.toLowerCase()}a(${a}, ${b}, ${c}, ${alpha})`
      : `${space.toLowerCase()}(${a}, ${b}, ${c})`;
  }
  const { colorSpace, components, alpha = 1, hex } = Object(value) as Record<string, unknown>;
  if (typeof alpha !== 'number' || !(alpha >= 0 && alpha <= 1)) return undefined;
  const channels = bytesOf(colorSpace, components) ?? bytesOfHex(hex);
  if (!channels) return undefined;
  if (alpha < 1) return `rgba(${channels.join(', ')}, ${alpha})`;
  return `#${channels.map((byte) => byte.toString(16).padStart(2, '0')).join('')}`;
}

/** Red, green and blue as bytes; other colour spaces than sRGB need their `hex`. */
function bytesOf(space: unknown, components: unknown): number[] | undefined {
  if (space !== 'srgb' || !Array.isArray(components) || components.length !== 3) return undefined;
  if (!components.every((one) => typeof one === 'number' && one >= 0 && one <= 1)) return undefined;
  return components.map((one: number) => Math.round(one * 255));
}

function bytesOfHex(hex: unknown): number[] | undefined {
  if (typeof hex !== 'string' || !/^#[\da-f]{6}$/i.test(hex)) return undefined;
  return [1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16));
}

function lengthOf(value: unknown): string | undefined {
  const { value: amount, unit } = Object(value) as Record<string, unknown>;
  if (typeof amount === 'number' && unit === 'px' && amount >= 0) return `${amount}px`;
  const [, text] = LENGTH.exec(String(value).trim()) ?? [];
  return text === undefined ? undefined : `${text}px`;
}

function familiesOf(value: unknown): string | undefined {
  const names = (Array.isArray(value) ? value : String(value).split(',')).map((name) =>
    String(name)
      .trim()
      .replace(/^(["'])(.*)\1$/, '$2'),
  );
  if (names.length === 0 || !names.every((name) => FAMILY.test(name) || GENERIC.test(name))) return undefined;
  return names.map((name) => (GENERIC.test(name) ? name : `"${name}"`)).join(', ');
}
