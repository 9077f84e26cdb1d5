// Packs the packages as a release would, installs the tarballs as three newcomers would, and drives what comes of it:
// an empty Vite app, a server render in the manner of Next, and a plain HTML file. Only in the full suite: it
// installs from the registry.
import { execFile } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { extname, join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { type Browser, chromium, type Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { chromiumArgs, findChromium } from './chromium.mjs';
import { pnpm } from './pnpm.mjs';

const root = resolve(import.meta.dirname, '..');
const execute = promisify(execFile);
const NAMES = [
  'protocol',
  'core',
  'countdown',
  'lottery',
  'poster',
  'invite',
  'checkin',
  'track',
  'react',
  'themes',
];
const TYPES: Record<string, string> = { '.html': 'text/html', '.js': 'text/javascript', '.css': 'text/css' };
let folder: string;
let browser: Browser;

const write = (file: string, text: string) => {
  mkdirSync(resolve(file, '..'), { recursive: true });
  writeFileSync(file, text);
};
const run = (command: string, args: string[], cwd: string) =>
  execute(command, args, { cwd, env: { ...process.env, NODE_ENV: '' }, maxBuffer: 1e8 });

describe.runIf(process.env.FANFARE_FULL)('packed and installed', () => {
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'fanfare-install-'));
    const { command, prefix } = pnpm();
    for (const name of [...NAMES, 'elements'])
      await run(
        command,
        [...prefix, 'pack', '--out', join(folder, `${name}.tgz`)],
        join(root, 'packages', name),
      );
    browser = await chromium.launch({ executablePath: findChromium(), args: chromiumArgs });
  }, 300_000);
  afterAll(async () => {
    await browser?.close();
    if (folder) rmSync(folder, { recursive: true, force: true });
  });

  /** A new folder with these packages of ours from their tarballs, and others from the registry. */
  async function install(name: string, others: Record<string, string>): Promise<string> {
    const home = join(folder, name);
    const ours = Object.fromEntries(
      NAMES.map((one) => [`@fanfare/${one}`, `file:${join(folder, `${one}.tgz`)}`]),
    );
    const manifest = { name, private: true, type: 'module', dependencies: { ...ours, ...others } };
    write(join(home, 'package.json'), JSON.stringify(manifest));
    await run('npm', ['install', '--no-audit', '--no-fund', '--loglevel=error'], home);
    return home;
  }

  /** Opens the files of a folder as a site; `errors` is what it says or throws. */
  async function open(home: string, html?: string): Promise<{ page: Page; errors: string[] }> {
    const page = await browser.newPage();
    const errors: string[] = [];
    page.on('console', (message) => message.type() === 'error' && errors.push(message.text()));
    page.on('pageerror', (error) => errors.push(`uncaught ${error}`));
    await page.route('http://site.test/**', (route) => {
      const path = new URL(route.request().url()).pathname;
      if (path === '/' && html) return route.fulfill({ contentType: 'text/html', body: html });
      const file = join(home, path === '/' ? 'index.html' : path);
      if (!existsSync(file)) return route.fulfill({ status: 404, body: '' });
      return route.fulfill({ contentType: TYPES[extname(file)] ?? 'text/plain', body: readFileSync(file) });
    });
    await page.goto('http://site.test/');
    return { page, errors };
  }
  const ticks = (page: Page) => page.getByRole('timer').count();
  const UNTIL = '2099-01-01T00:00:00Z';
  const NO_ICON = '<link rel="icon" href="data:,">';

  it('an empty Vite app in TypeScript: builds, checks its types, and counts down', async () => {
    const home = await install('vite-app', { vite: '8.3.8', typescript: '5.4.5' });
    write(
      join(home, 'index.html'),
      `<!doctype html><html lang="en"><title>App</title>${NO_ICON}<fanfare-countdown until="${UNTIL}" theme="carnival"></fanfare-countdown><script type="module" src="/main.ts"></script></html>`,
    );
    write(
      join(home, 'main.ts'),
      `import '@fanfare/themes/css/carnival.css';
import '@fanfare/countdown/element';
import { mount } from '@fanfare/core';
import { countdown } from '@fanfare/countdown';
const second = document.createElement('div');
document.body.append(second);
const handle = mount(countdown, second, { until: '${UNTIL}', face: 'flip' });
handle.on('finished', ({ toward }: { toward: string }) => console.log(toward));
document.querySelector('fanfare-countdown')!.label = 'Soon';
`,
    );
    const options = {
      strict: true,
      noEmit: true,
      module: 'esnext',
      moduleResolution: 'bundler',
      target: 'es2022',
    };
    write(
      join(home, 'tsconfig.json'),
      JSON.stringify({
        compilerOptions: { ...options, types: ['vite/client'], skipLibCheck: true },
        files: ['main.ts'],
      }),
    );
    await run('npx', ['tsc'], home);
    await run('npx', ['vite', 'build', '--logLevel', 'error'], home);
    const { page, errors } = await open(join(home, 'dist'));
    await expect.poll(() => ticks(page)).toBe(2);
    await expect.poll(() => page.locator('fanfare-countdown .root').textContent()).toContain('Soon');
    expect(errors).toEqual([]);
  }, 300_000);

  it('a server render in the manner of Next: renders in plain Node, and is taken over', async () => {
    const home = await install('server-app', { vite: '8.3.8', react: '19.3.1', 'react-dom': '19.3.1' });
    const app = `import { createElement as h } from 'react';
import { Countdown } from '@fanfare/react';
export const App = () => h('main', null, h('h1', null, 'Rendered'), h(Countdown, { until: '${UNTIL}', className: 'timer' }));
`;
    write(join(home, 'app.js'), app);
    write(
      join(home, 'server.js'),
      "import { createElement as h } from 'react'; import { renderToString } from 'react-dom/server'; import { App } from './app.js'; process.stdout.write(renderToString(h(App)));",
    );
    write(
      join(home, 'client.js'),
      "import { createElement as h } from 'react'; import { hydrateRoot } from 'react-dom/client'; import { App } from './app.js'; hydrateRoot(document.querySelector('#app'), h(App), { onRecoverableError: (error) => console.error(error) });",
    );
    const { stdout: html } = await run(process.execPath, ['server.js'], home);
    expect(html).toContain('<h1>Rendered</h1><div class="timer"></div>');
    write(
      join(home, 'index.html'),
      `<!doctype html><html lang="en"><title>App</title>${NO_ICON}<div id="app"></div><script type="module" src="/client.js"></script></html>`,
    );
    await run('npx', ['vite', 'build', '--logLevel', 'error'], home);
    const built = readFileSync(join(home, 'dist/index.html'), 'utf8');
    const { page, errors } = await open(
      join(home, 'dist'),
      built.replace('<div id="app"></div>', `<div id="app">${html}</div>`),
    );
    await expect.poll(() => ticks(page)).toBe(1);
    expect(errors).toEqual([]);
  }, 300_000);

  it('a plain HTML file with the files of @fanfare/elements beside it', async () => {
    const home = join(folder, 'plain');
    mkdirSync(home, { recursive: true });
    await run('tar', ['-xzf', join(folder, 'elements.tgz'), '-C', home], home);
    cpSync(join(home, 'package/dist'), join(home, 'fanfare'), { recursive: true });
    for (const script of [
      '<script type="module" src="/fanfare/fanfare.js"></script>',
      '<script async src="/fanfare/fanfare.iife.js"></script>',
    ]) {
      const html = `<!doctype html><html lang="en"><title>Page</title>${NO_ICON}${script}<fanfare-countdown until="${UNTIL}"></fanfare-countdown></html>`;
      const { page, errors } = await open(home, html);
      await expect.poll(() => ticks(page)).toBe(1);
      expect(errors).toEqual([]);
    }
  });
});
