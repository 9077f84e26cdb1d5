// The built adapter: rendered on a server, taken over in the page, used, left.
import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { build } from 'esbuild';
import { type Browser, chromium } from 'playwright';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { chromiumArgs, findChromium } from '../../../scripts/chromium.mjs';

const folder = mkdtempSync(join(tmpdir(), 'fanfare-vue-'));
let browser: Browser;
beforeAll(async () => {
  browser = await chromium.launch({ executablePath: findChromium(), args: chromiumArgs });
});
afterAll(async () => {
  await browser?.close();
  rmSync(folder, { recursive: true, force: true });
});

async function bundle(entry: string, platform: 'node' | 'browser'): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [join(import.meta.dirname, entry)],
    bundle: true,
    write: false,
    platform,
    format: platform === 'node' ? 'cjs' : 'iife',
    define: {
      'process.env.NODE_ENV': '"development"',
      __VUE_OPTIONS_API__: 'true',
      __VUE_PROD_DEVTOOLS__: 'false',
      __VUE_PROD_HYDRATION_MISMATCH_DETAILS__: 'true',
    },
    logLevel: 'error',
  });
  return outputFiles[0]!.text;
}

it('renders on a server, is taken over without a mismatch, follows its props and tells its events', async () => {
  const server = join(folder, 'server.cjs');
  writeFileSync(server, await bundle('server.ts', 'node'));
  const { stdout: html, stderr } = await promisify(execFile)(process.execPath, [server]);
  expect(stderr).toBe('');
  expect(html).toContain('<div class="bound"></div>');

  const page = await browser.newPage();
  const errors: string[] = [];
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) errors.push(message.text());
  });
  page.on('pageerror', (error) => errors.push(`uncaught ${error}`));
  await page.setContent(`<!doctype html><html lang="en"><main>${html}</main></html>`);
  await page.addScriptTag({ content: await bundle('browser.ts', 'browser') });

  const said = () => page.evaluate('said') as Promise<string[]>;
  const shown = (name: string) => page.locator(`.${name}`).getByRole('timer').count();
  const text = (name: string) => page.locator(`.${name} .root`).textContent();
  await expect.poll(() => shown('alone')).toBe(1);
  await expect.poll(() => page.locator('output').textContent()).toBe('own');
  expect(await text('alone')).toContain('before');
  await page.getByRole('button', { name: 'change' }).click();
  await expect.poll(() => text('alone')).toContain('after');
  await expect.poll(said).toContain('finished start after');
  expect(await said()).toEqual(expect.arrayContaining(['phase warmup', 'phase live']));
  expect((await said()).filter((line) => line.startsWith('finished'))).toHaveLength(1);

  await page.getByRole('button', { name: 'toggle' }).click();
  await expect.poll(() => page.locator('.alone').count()).toBe(0);
  await page.getByRole('button', { name: 'toggle' }).click();
  await expect.poll(() => shown('alone')).toBe(1);

  expect(await said()).toContain('error config_invalid');
  expect(await text('wrong')).not.toBe('');
  expect(errors.filter((error) => !error.startsWith('[fanfare/countdown] "until"'))).toEqual([]);
});
