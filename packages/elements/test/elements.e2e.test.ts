// The loader as pages use it: a script tag, tags now and later, a file that cannot be reached.
import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { dist, timer, timers, useSite } from './support/site.js';

const { open } = useSite();

it('is at most 2 kB gzip', () => {
  expect(gzipSync(readFileSync(`${dist}/fanfare.js`), { level: 9 }).length).toBeLessThanOrEqual(2048);
});

it('imports nothing that is not in its folder', () => {
  for (const [, from] of readFileSync(`${dist}/fanfare.js`, 'utf8').matchAll(/import\(["'`]([^"'`]+)/g))
    expect(from).toMatch(/^\.\//);
});

describe('a page with one script tag', () => {
  it('brings tags to life, and downloads nothing for those it has not', async () => {
    const { page, files, errors } = await open(timer);
    await expect.poll(() => timers(page)).toBe(1);
    const code = files.map((file) => readFileSync(`${dist}/${file}`, 'utf8'));
    for (const other of ['lottery', 'poster', 'invite', 'checkin', 'fanfare-activity'])
      expect(code.filter((text) => text.includes(`name:\`${other}\``))).toEqual([]);
    const bytes = code.reduce((sum, text) => sum + gzipSync(text, { level: 9 }).length, 0);
    console.log(`a countdown by the loader: ${files.length} files, ${bytes} B gzip`);
    expect(bytes).toBeLessThan(22_000);
    expect(errors).toEqual([]);
  });

  it('downloads only itself while there is no tag, and finds one that comes later', async () => {
    const { page, files } = await open('<p>Nothing yet</p>');
    await page.waitForLoadState('networkidle');
    expect(files).toEqual(['fanfare.js']);
    await page.evaluate(() => {
      const later = document.createElement('fanfare-countdown');
      later.setAttribute('until', '2099-01-01T00:00:00Z');
      const box = document.createElement('div');
      box.append(later);
      document.body.append(box);
    });
    await expect.poll(() => timers(page)).toBe(1);
  });

  it('looks after a shadow root when it is told', async () => {
    const { page } = await open('<div id="host"></div>');
    await page.evaluate(() => {
      const root = document.querySelector('#host')!.attachShadow({ mode: 'open' });
      const inner = document.createElement('fanfare-countdown');
      inner.setAttribute('until', '2099-01-01T00:00:00Z');
      root.append(inner);
      const { Fanfare } = window as unknown as { Fanfare: { register(options: object): void } };
      Fanfare.register({ root });
    });
    await expect.poll(() => timers(page)).toBe(1);
  });

  it('adds nothing to the page but `Fanfare` and what its tags show', async () => {
    const { page } = await open('');
    await page.waitForLoadState('networkidle');
    expect(await page.evaluate(() => Object.keys(window).filter((name) => /fanfare/i.test(name)))).toEqual([
      'Fanfare',
    ]);
    expect(
      await page.evaluate(() => document.querySelectorAll('style, link, script:not([src])').length),
    ).toBe(0);
  });
});

describe('what cannot be loaded', () => {
  it('is said in the console, leaves the page alone, and is tried again when back online', async () => {
    let isReachable = false;
    const { page, errors } = await open(`<p>Host</p>${timer}`, {
      isReachable: (file) => file === 'fanfare.js' || isReachable,
    });
    await expect
      .poll(() => errors.join('\n'))
      .toContain('[fanfare/elements] <fanfare-countdown> could not be loaded.');
    expect(errors.filter((error) => error.startsWith('uncaught'))).toEqual([]);
    expect(await page.locator('p').textContent()).toBe('Host');
    isReachable = true;
    await page.evaluate(() => window.dispatchEvent(new Event('online')));
    await expect.poll(() => timers(page)).toBe(1);
  });

  it('names a tag that is not known', async () => {
    const { errors } = await open('<fanfare-countdwon></fanfare-countdwon>');
    await expect
      .poll(() => errors.join('\n'))
      .toContain('<fanfare-countdwon> is not known here. Use one of <fanfare-activity>');
  });
});
