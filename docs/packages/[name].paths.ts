// The README of each package, as a page.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';

const folder = resolve(import.meta.dirname, '../../packages');

export default {
  watch: ['../../packages/*/README.md'],
  paths: () =>
    readdirSync(folder)
      .map((name) => ({ name, file: resolve(folder, name, 'README.md') }))
      .filter(({ file }) => existsSync(file))
      .map(({ name, file }) => ({ params: { name }, content: readFileSync(file, 'utf8') })),
};
