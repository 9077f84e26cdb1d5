// What the README shows is run as it stands there.
import { afterEach, expect, test } from 'vitest';
import readme from '../README.md?raw';
import * as poster from '../src/index.js';
import { link, stripesUrl } from './fixtures.js';
import { decodeFile } from './poster.decode.js';

const snippets = [...readme.matchAll(/```ts\n(.*?)```/gs)].map(([, code]) => code!);
const snippet = (part: string) =>
  snippets
    .find((code) => code.includes(part))!
    .replace(/^import .*$/gm, '')
    .replace('/hero.jpg', stripesUrl());

/** Runs code with these names known to it; its last word is the poster. */
async function run(code: string, names: Record<string, unknown>): Promise<poster.Poster> {
  const keys = Object.keys(names);
  const module = `export default async ({ ${keys.join(', ')} }) => { ${code}\nreturn typeof poster === 'undefined' ? undefined : poster; };`;
  const url = URL.createObjectURL(new Blob([module], { type: 'text/javascript' }));
  const { default: body } = await import(/* @vite-ignore */ url);
  URL.revokeObjectURL(url);
  return body(names);
}

afterEach(() => document.body.replaceChildren());

test('the first poster', async () => {
  const image = document.body.appendChild(new Image());
  const made = await run(snippet("renderPoster('festive'"), {
    renderPoster: poster.renderPoster,
    avatarUrl: stripesUrl(80, 80),
    inviteUrl: link,
    image,
  });
  await image.decode();
  expect(image.alt).toContain('小鹿');
  expect(made.warnings).toEqual([]);
  expect(await decodeFile(made.blob)).toBe(link);
});

test('a scene of your own', async () => {
  const { signal } = new AbortController();
  const made = await run(snippet('stops: [[0'), { renderPoster: poster.renderPoster, signal });
  expect([made.width, made.warnings]).toEqual([1125, []]);
  expect(await decodeFile(made.blob)).toBe('https://example.com/i/8f3k');
});

test('getting ready', async () => {
  await expect(
    run(snippet('await preparePoster'), { preparePoster: poster.preparePoster }),
  ).resolves.toBeUndefined();
});

test('every code of the table is one that the painter has', async () => {
  const sources = Object.values(
    import.meta.glob<string>('../src/**/*.ts', { query: '?raw', import: 'default', eager: true }),
  ).join();
  const [, errors, warnings] = /`code` is one of (.*?)\. What did not stop.*?: (.*)/.exec(readme)!;
  for (const [, code] of `${errors} ${warnings}`.matchAll(/`([a-z]+_[a-z0-9_]+)`/g))
    expect(sources).toContain(`'${code}'`);
});
