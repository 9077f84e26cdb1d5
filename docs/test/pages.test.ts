// The documentation says what is true: snippets parse, pages come in both languages.
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { definition } from '@fanfare/protocol';
import { describe, expect, it } from 'vitest';

const docs = resolve(import.meta.dirname, '..');
const pagesOf = (folder: string) =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.md') && !/node_modules|\.vitepress|^packages/.test(file))
    .map((file) => join(folder, file));
const pages = pagesOf(docs);
/** The reference is in English; what a newcomer reads is in both languages. */
const isForNewcomers = (file: string) =>
  /^(index|start|frameworks|versions|widgets|guide|recipes)/.test(file);

describe('every page for newcomers', () => {
  const english = pages.map((page) => relative(docs, page)).filter(isForNewcomers);
  it.each(english)('%s has a Chinese twin of the same shape', (file) => {
    const shapeOf = (path: string) =>
      readFileSync(path, 'utf8')
        .split('\n')
        .flatMap((line) => /^(#+ |```|<LiveDemo|<ReferenceTables)/.exec(line)?.[0] ?? []);
    expect(shapeOf(join(docs, 'zh', file))).toEqual(shapeOf(join(docs, file)));
  });
});

describe('parts of a definition', () => {
  const whole = JSON.parse(
    readFileSync(resolve(docs, '../examples/new-year/activity.json'), 'utf8'),
  ) as Record<string, object>;
  const fragments = pages.flatMap((page) =>
    [...readFileSync(page, 'utf8').matchAll(/```json\n([\s\S]*?)```/g)].map(([, text]) => ({
      page: relative(docs, page),
      text: text!,
    })),
  );
  it.each(fragments.filter(({ text }) => /^"/.test(text)))(
    '$page: are accepted by the protocol',
    ({ text }) => {
      const parts = JSON.parse(`{${text}}`) as Record<string, object>;
      const changed = Object.entries(parts).map(([key, part]) => [
        key,
        Array.isArray(part) ? part : { ...whole[key], ...part },
      ]);
      const result = definition.safeParse({ ...whole, ...Object.fromEntries(changed) });
      expect(result.error?.issues ?? []).toEqual([]);
    },
  );
  it('are there', () => expect(fragments.length).toBeGreaterThan(4));
});

describe('scripts and markup', () => {
  const snippets = pages.flatMap((page) =>
    [...readFileSync(page, 'utf8').matchAll(/^```(ts|js)\n([\s\S]*?)^```/gm)].map(
      ([, language, code], index) => ({
        name: `${relative(docs, page)}, snippet ${index + 1}`,
        language: language!,
        code: code!,
      }),
    ),
  );
  it.each(snippets)('$name imports what the packages export', async ({ code }) => {
    for (const [, names, from] of code.matchAll(/import \{([^}]+)\} from '(@fanfare\/[^']+)'/g)) {
      const module = await import(/* @vite-ignore */ from!);
      for (const name of names!.split(',').map((part) => part.trim())) expect(module).toHaveProperty(name);
    }
  });
});
