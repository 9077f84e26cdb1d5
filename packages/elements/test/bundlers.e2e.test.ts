// Bundlers drop what they take for unused: never a registration, always the rest.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { build as bundle } from 'esbuild';
import { build } from 'vite';
import { expect, it } from 'vitest';
import { useSite } from './support/site.js';

const { open } = useSite();
const entry = (name: string) => join(import.meta.dirname, 'support', `${name}.ts`);
const javascript = (name: string) => readFileSync(entry(name), 'utf8').replace(/^.*isUsed.*$/gm, '');
const tags = ['activity', 'countdown', 'lottery', 'poster', 'invite', 'checkin'];

const bundlers: [string, (name: string) => Promise<string>][] = [
  [
    'esbuild',
    async (name) => {
      const { outputFiles } = await bundle({
        // As JavaScript: of a TypeScript file it drops unused imports before it looks at the packages.
        stdin: { contents: javascript(name), resolveDir: import.meta.dirname, loader: 'js' },
        bundle: true,
        minify: true,
        write: false,
        format: 'iife',
        logLevel: 'error',
      });
      return outputFiles[0]!.text;
    },
  ],
  [
    'Vite',
    async (name) => {
      const result = await build({
        configFile: false,
        logLevel: 'error',
        build: {
          write: false,
          rolldownOptions: {
            input: entry(name),
            preserveEntrySignatures: false,
            output: { format: 'iife', codeSplitting: false },
          },
        },
      });
      const [{ output }] = [result].flat() as unknown as [{ output: { type: string; code?: string }[] }];
      return output.find(({ type }) => type === 'chunk')?.code ?? '';
    },
  ],
];

it.each(bundlers)('%s keeps the registration of every tag', async (_, bundled) => {
  const { page, errors } = await open('', { head: '' });
  await page.addScriptTag({ content: await bundled('registers') });
  const isDefined = (tag: string) =>
    page.evaluate((tag) => Boolean(customElements.get(`fanfare-${tag}`)), tag);
  for (const tag of tags) expect(await isDefined(tag), tag).toBe(true);
  expect(errors).toEqual([]);
});

it.each(bundlers)('%s drops what is imported and not used', async (_, bundled) => {
  const code = await bundled('uses-none');
  expect(code).toContain('nothing of Fanfare');
  expect(code.length).toBeLessThan(300);
});
