// The built adapter under both Reacts: rendered on a server, taken over in StrictMode, used, left.
import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { build } from 'esbuild';
import { type Browser, chromium } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { chromiumArgs, findChromium } from '../../../scripts/chromium.mjs';

const require = createRequire(import.meta.url);
const folder = mkdtempSync(join(tmpdir(), 'fanfare-react-'));
let browser: Browser;
beforeAll(async () => {
  browser = await chromium.launch({ executablePath: findChromium(), args: chromiumArgs });
});
afterAll(async () => {
  await browser?.close();
  rmSync(folder, { recursive: true, force: true });
});

const home = (name: string) => dirname(require.resolve(`${name}/package.json`));

async function bundle(entry: string, platform: 'node' | 'browser', suffix: string): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [join(import.meta.dirname, entry)],
    alias: { react: home(`react${suffix}`), 'react-dom': home(`react-dom${suffix}`) },
    bundle: true,
    write: false,
    platform,
    format: platform === 'node' ? 'cjs' : 'iife',
    define: { 'process.env.NODE_ENV': '"development"' },
    logLevel: 'error',
  });
  return outputFiles[0]!.text;
}

describe.each([
  ['19', ''],
  ['18', '-18'],
])('React %s', (major, suffix) => {
  it('renders on a server, is taken over without a mismatch, follows its props and tells its events', async () => {
    const server = join(folder, `server${suffix}.cjs`);
    writeFileSync(server, await bundle('server.tsx', 'node', suffix));
    const { stdout: html, stderr } = await promisify(execFile)(process.execPath, [server]);
    expect(stderr).toBe('');
    expect(html).toContain('<div class="bound" data-kind="bound"></div>');

    const page = await browser.newPage();
    const errors: string[] = [];
    page.on('console', (message) => message.type() === 'error' && errors.push(message.text()));
    page.on('pageerror', (error) => errors.push(`uncaught ${error}`));
    await page.setContent(`<!doctype html><html lang="en"><main>${html}</main></html>`);
    await page.addScriptTag({ content: await bundle('browser.tsx', 'browser', suffix) });
    expect(await page.evaluate('version')).toMatch(new RegExp(`^${major}\\.`));

    const said = () => page.evaluate('said') as Promise<string[]>;
    const shown = (name: string) => page.locator(`.${name}`).getByRole('timer').count();
    const text = (name: string) => page.locator(`.${name} .root`).textContent();
    await expect.poll(() => shown('alone')).toBe(1);
    await expect.poll(() => page.locator('output').textContent()).toBe('own');
    expect(await text('alone')).toContain('before');
    await page.getByRole('button', { name: 'change' }).click();
    await expect.poll(() => text('alone')).toContain('after');

    // The listener is that of the last render, whatever it closes over.
    await expect.poll(said).toContain('finished start after');
    expect(await said()).toEqual(expect.arrayContaining(['phase warmup', 'phase live']));
    expect((await said()).filter((line) => line.startsWith('finished'))).toHaveLength(1);

    await page.getByRole('button', { name: 'toggle' }).click();
    await expect.poll(() => page.locator('.alone').count()).toBe(0);
    await page.getByRole('button', { name: 'toggle' }).click();
    await expect.poll(() => shown('alone')).toBe(1);

    // A wrong option is shown in its place and told; the tree around it stands.
    expect(await said()).toContain('error config_invalid');
    expect(await text('wrong')).not.toBe('');
    expect((await said()).filter((line) => line.startsWith('mismatch'))).toEqual([]);
    expect(errors.filter((error) => !error.startsWith('[fanfare/countdown] "until"'))).toEqual([]);
    await page.close();
  });
});
