// The colour nearest to a weak one that is strong enough on its ground: the same hue, as much of its chroma as fits.
import { contrastOf } from '@fanfare/themes';
import { clampChroma, converter, formatHex } from 'culori';

const toOklch = converter('oklch');
const STEP = 0.005;

/** `#rrggbb`, or nothing where no lightness reaches `least` or a colour is none. */
export function strongerOn(ground: string, color: string, least: number): string | undefined {
  const from = toOklch(color);
  if (!from) return undefined;
  for (let distance = 0; distance <= 1; distance += STEP)
    for (const l of [from.l - distance, from.l + distance]) {
      if (l < 0 || l > 1) continue;
      const candidate = formatHex(clampChroma({ ...from, l }, 'oklch'));
      if ((contrastOf(candidate, ground) ?? 0) >= least) return candidate;
    }
  return undefined;
}
