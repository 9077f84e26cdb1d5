export { applyBrand, type Brand } from './brand.js';
export { compileTheme } from './compile-theme.js';
export { contrastOf, pairs, type Weakness, weaknessesOf } from './contrast.js';
export { type Reading, readTheme, type Theme, type Values } from './read-theme.js';
export { propertyOf, type TokenKind, tokenOf, tokens } from './tokens.js';
export { cssOf } from './value.js';

/** The looks that come with the package: `@fanfare/themes/css/NAME.css`, `@fanfare/themes/tokens/NAME.json`. */
export const presets = ['festive', 'carnival', 'fresh', 'minimal', 'contrast'] as const;
