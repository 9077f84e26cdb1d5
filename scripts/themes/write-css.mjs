// Compiles the presets of @fanfare/themes to style sheets, with what the package itself offers for it.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

/** @param {string} folder The package's, already built. */
export async function writeThemes(folder) {
  const { compileTheme, presets, readTheme } = await import(
    pathToFileURL(join(folder, 'dist/index.js')).href
  );
  mkdirSync(join(folder, 'dist/css'), { recursive: true });
  for (const name of presets) {
    const { theme, unknown, problems } = readTheme(
      JSON.parse(readFileSync(join(folder, 'tokens', `${name}.json`), 'utf8')),
    );
    const wrong = [
      ...problems,
      ...unknown.map((/** @type {string} */ token) => `"${token}" is read by no widget.`),
    ];
    if (wrong.length > 0) throw new Error(`${name}.json: ${wrong.join(' ')}`);
    writeFileSync(join(folder, 'dist/css', `${name}.css`), compileTheme(name, theme));
  }
}
