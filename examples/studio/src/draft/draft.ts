// The design on the desk: a theme by day and by night, and where it began.
import { readTheme, type Theme, type Values } from '@fanfare/themes';
import carnival from '@fanfare/themes/tokens/carnival.json';
import contrast from '@fanfare/themes/tokens/contrast.json';
import festive from '@fanfare/themes/tokens/festive.json';
import fresh from '@fanfare/themes/tokens/fresh.json';
import minimal from '@fanfare/themes/tokens/minimal.json';

export type Mode = keyof Theme;

export const presets: Record<string, unknown> = { festive, carnival, fresh, minimal, contrast };

/** The theme of a preset; that of `festive` where there is none of the name. */
export const themeOf = (preset: string): Theme => readTheme(presets[preset] ?? festive).theme;

/** The theme with one token changed in one mode; without a value the token is the widgets' own again. */
export function withToken(theme: Theme, mode: Mode, token: string, value: string | undefined): Theme {
  const { [token]: _, ...rest } = theme[mode];
  const values: Values = value === undefined ? rest : { ...theme[mode], [token]: value };
  return { ...theme, [mode]: values };
}
