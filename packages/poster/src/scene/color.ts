// Reads the colour notations a scene may use, so that they can be judged before a canvas sees them.

/** Red, green, blue (0 to 255) and alpha (0 to 1). */
export type Rgba = readonly [number, number, number, number];

const names: Record<string, Rgba> = {
  black: [0, 0, 0, 1],
  white: [255, 255, 255, 1],
  transparent: [0, 0, 0, 0],
};

/** Reads `#rgb`, `#rrggbb` (each with optional alpha), `rgb()`, `rgba()`, `hsl()`, `hsla()` and three names. */
export function parseColor(text: string): Rgba | undefined {
  const value = text.trim().toLowerCase();
  return names[value] ?? parseHex(value) ?? parseFunction(value);
}

function parseHex(value: string): Rgba | undefined {
  if (!/^#([\da-f]{3,4}|[\da-f]{6}|[\da-f]{8})$/.test(value)) return undefined;
  const digits = value.length < 6 ? value.slice(1).replace(/./g, '$&$&') : value.slice(1);
  const at = (index: number) => Number.parseInt(digits.slice(index, index + 2), 16);
  return [at(0), at(2), at(4), digits.length === 8 ? at(6) / 255 : 1];
}

function parseFunction(value: string): Rgba | undefined {
  const match = /^(rgb|hsl)a?\(([\d.,%/\s-]+)\)$/.exec(value);
  if (!match) return undefined;
  const parts = match[2]!.split(/[\s,/]+/).filter(Boolean);
  if (parts.length < 3 || parts.length > 4) return undefined;
  const alpha = parts[3] === undefined ? 1 : unit(parts[3]);
  const numbers = parts.slice(0, 3).map((part) => Number.parseFloat(part));
  if ([...numbers, alpha].some(Number.isNaN)) return undefined;
  const [a, b, c] = numbers as [number, number, number];
  return match[1] === 'rgb' ? [a, b, c, alpha] : [...hslToRgb(a, b / 100, c / 100), alpha];
}

const unit = (part: string) => Number.parseFloat(part) / (part.endsWith('%') ? 100 : 1);

function hslToRgb(hue: number, saturation: number, lightness: number): [number, number, number] {
  const strength = saturation * Math.min(lightness, 1 - lightness);
  const channel = (offset: number) => {
    const k = (offset + hue / 30 + 12) % 12;
    return Math.round(255 * (lightness - strength * Math.max(-1, Math.min(k - 3, 9 - k, 1))));
  };
  return [channel(0), channel(8), channel(4)];
}

/** Relative luminance of WCAG 2, from 0 (black) to 1 (white); alpha is ignored. */
export function luminance([red, green, blue]: Rgba): number {
  const linear = (channel: number) => {
    const part = channel / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  };
  return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue);
}

/** Contrast ratio of WCAG 2, from 1 to 21. */
export function contrast(one: Rgba, other: Rgba): number {
  const [dark, light] = [luminance(one), luminance(other)].sort((a, b) => a - b) as [number, number];
  return (light + 0.05) / (dark + 0.05);
}

/** `top` laid over an opaque `below`. */
export function over(top: Rgba, below: Rgba): Rgba {
  const mix = (index: 0 | 1 | 2) => top[index] * top[3] + below[index] * (1 - top[3]);
  return [mix(0), mix(1), mix(2), 1];
}
