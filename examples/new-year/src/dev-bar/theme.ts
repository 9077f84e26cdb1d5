// Light or dark whatever the device says: the page's colours are the widgets' tokens, so one attribute does it.

export const THEMES = ['auto', 'light', 'dark'] as const;
export type Theme = (typeof THEMES)[number];

export const currentTheme = (): Theme => (document.documentElement.dataset.theme as Theme) ?? 'auto';

export function chooseTheme(theme: Theme): void {
  if (theme === 'auto') delete document.documentElement.dataset.theme;
  else document.documentElement.dataset.theme = theme;
}
