// A theme as a style sheet for `theme="NAME"` on a widget or on any element around it.
import type { Theme, Values } from './read-theme.js';
import { propertyOf, tokens } from './tokens.js';
import { cssOf } from './value.js';

const declare = (values: Values, indent: string) =>
  Object.entries(values)
    .map(([token, value]) => {
      const kind = tokens.get(token);
      const css = kind && cssOf(kind, value);
      // A value that did not come from readTheme is held to the same list.
      if (!css)
        throw new Error(`[fanfare/themes] "${token}" cannot be "${value}". Read the theme with readTheme().`);
      return `${indent}${propertyOf(token)}: ${css};`;
    })
    .join('\n');

/**
 * The style sheet of a theme. It follows the device's choice of light or dark; `theme="NAME dark"` settles it.
 *
 * @param name Lower-case letters, digits and hyphens.
 */
export function compileTheme(name: string, { light, dark }: Theme): string {
  if (!/^[a-z][a-z0-9-]*$/.test(name))
    throw new Error(
      `[fanfare/themes] A theme cannot be called "${name}". Use lower-case letters, digits and hyphens.`,
    );
  const own = `[theme~="${name}"]`;
  return `${own} {
  color-scheme: light dark;
${declare(light, '  ')}
}
@media (prefers-color-scheme: dark) {
  ${own}:not([theme~="light"]) {
${declare(dark, '    ')}
  }
}
${own}[theme~="light"] {
  color-scheme: light;
}
${own}[theme~="dark"] {
  color-scheme: dark;
${declare(dark, '  ')}
}
`;
}
