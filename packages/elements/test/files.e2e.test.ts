// The files of a release: what level of the language they keep to, their hashes, the description for editors.
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { type Options, parse } from 'acorn';
import { expect, it } from 'vitest';
import { dist, timer, timers, useSite } from './support/site.js';

const { open } = useSite();
const read = (file: string) => readFileSync(`${dist}/${file}`, 'utf8');

it('the classic script and its late parts are ES2019 and import()', () => {
  const parses = (file: string, options: Partial<Options>) =>
    // The one word of a later language that is allowed is given another name.
    parse(read(file).replace(/\bimport\(/g, 'imported('), { ecmaVersion: 2019, ...options });
  expect(() => parses('fanfare.iife.js', { sourceType: 'script' })).not.toThrow();
  const late = readdirSync(`${dist}/iife`);
  expect(late.length).toBeGreaterThan(20);
  for (const file of late) expect(() => parses(`iife/${file}`, { sourceType: 'module' }), file).not.toThrow();
  expect(() => parse('a?.b', { ecmaVersion: 2019 })).toThrow();
});

it('the classic script shows late parts that share what it has', async () => {
  const { page, files, errors } = await open(timer.replace('>', ' face="flip">'), {
    head: '<script async src="/fanfare.iife.js"></script>',
  });
  await expect.poll(() => timers(page)).toBe(1);
  await expect.poll(() => files.some((file) => /^iife\/countdown\.flip/.test(file))).toBe(true);
  expect(errors).toEqual([]);
});

it('hashes every script of the release, and a browser accepts them', async () => {
  const hashes = JSON.parse(read('integrity.json')) as Record<string, string>;
  for (const [file, hash] of Object.entries(hashes))
    expect(hash, file).toBe(
      `sha384-${createHash('sha384')
        .update(readFileSync(`${dist}/${file}`))
        .digest('base64')}`,
    );
  expect(Object.keys(hashes)).toEqual(expect.arrayContaining(['fanfare.js', 'fanfare.iife.js']));
  for (const file of ['fanfare.js', 'fanfare.iife.js']) {
    const module = file === 'fanfare.js' ? 'type="module"' : '';
    const head = `<script ${module} async src="/${file}" integrity="${hashes[file]}" crossorigin="anonymous"></script>`;
    const { page, errors } = await open(timer, { head });
    await expect.poll(() => timers(page)).toBe(1);
    expect(errors).toEqual([]);
  }
});

it('describes every tag for editors, from the widgets themselves', () => {
  const { modules } = JSON.parse(read('custom-elements.json'));
  const declarations = modules[0].declarations as {
    tagName: string;
    attributes: { name: string; description?: string; type: { text: string } }[];
    events: { name: string; description?: string }[];
  }[];
  expect(declarations.map(({ tagName }) => tagName).sort()).toEqual(
    ['activity', 'checkin', 'countdown', 'invite', 'lottery', 'poster'].map((name) => `fanfare-${name}`),
  );
  for (const { tagName, attributes, events } of declarations)
    for (const { name, description } of [...attributes, ...events])
      expect(description, `${tagName} ${name}`).toBeTruthy();
  const lottery = declarations.find(({ tagName }) => tagName === 'fanfare-lottery');
  expect(lottery?.attributes.find(({ name }) => name === 'kind')?.type.text).toBe('"wheel" | "grid"');
  expect(lottery?.events.map(({ name }) => name)).toContain('fanfare-drawn');
});
