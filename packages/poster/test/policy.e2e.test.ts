// The documented policy of a strict page, with Trusted Types required: painter and widget report nothing, and what
// such a page cannot have is said in words.
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { basename, resolve } from 'node:path';
import { build } from 'esbuild';
import { type Browser, chromium, type Page } from 'playwright';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { chromiumArgs, findChromium } from '../../../scripts/chromium.mjs';
import { fromSources } from '../../../scripts/size/bundle.mjs';

const POLICY =
  "script-src 'self'; style-src 'self'; img-src 'self' blob: data: https:; require-trusted-types-for 'script'";
const LINK = 'https://example.com/new-year?invite=8f3kz0q2x7&channel_id=group';
const DATA = { link: LINK, nickname: '小鹿', title: '新春嘉年华' };
const src = resolve(import.meta.dirname, '../src');
const decoder = resolve(import.meta.dirname, '../node_modules/jsqr/dist/jsQR.js');

/** What a page does with the package: a script of its own, as a strict page has no inline ones. */
const PAGE = `
  import { capturePoster, renderPoster } from './painter.ts';
  import './element.ts';
  const policy = trustedTypes.createPolicy('own-worker', { createScriptURL: (url) => url });
  const hosts = {
    trusted: () => new Worker(policy.createScriptURL('/worker.js'), { type: 'module' }),
    plain: () => new Worker('/worker.js', { type: 'module' }),
  };
  const show = async (making) => {
    const { blob, qr, warnings } = await making;
    const image = new Image();
    image.src = URL.createObjectURL(blob);
    await image.decode();
    return { read: window.readCode(image), said: qr[0]?.text, warnings: warnings.map(({ code }) => code) };
  };
  const told = ({ code, message }) => ({ code, message });
  window.paint = (scene, data, { host, ...options } = {}) =>
    show(renderPoster(scene, data, { ...options, ...(host && { worker: hosts[host] }) })).catch(told);
  window.capture = () => {
    document.body.textContent = 'New Year Carnival';
    return capturePoster(document.body).catch(told);
  };
`;

const files = new Map<string, string>();
const servers: Server[] = [];
let browser: Browser;
let url: string;

beforeAll(async () => {
  const { outputFiles } = await build({
    stdin: { contents: PAGE, resolveDir: src, sourcefile: 'page.ts' },
    bundle: true,
    splitting: true,
    format: 'esm',
    outdir: '/',
    chunkNames: '[name]-[hash]',
    ...fromSources,
    define: { __FANFARE_VERSION__: '"0.0.0-test"' },
    write: false,
  });
  const worker = await build({
    entryPoints: [resolve(src, 'worker.ts')],
    bundle: true,
    format: 'esm',
    conditions: ['@fanfare/source'],
    write: false,
  });
  for (const { path, text } of outputFiles) files.set(`/${basename(path).replace('stdin', 'page')}`, text);
  files.set('/worker.js', worker.outputFiles[0]!.text);
  const server = createServer((request, response) => {
    const script = files.get(request.url!);
    response.writeHead(200, {
      'Content-Type': script === undefined ? 'text/html' : 'text/javascript',
      'Content-Security-Policy': POLICY,
    });
    response.end(
      script ??
        '<!doctype html><title>Strict</title><link rel="icon" href="data:,"><script type="module" src="/page.js"></script>',
    );
  });
  servers.push(server);
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  browser = await chromium.launch({ executablePath: findChromium(), args: chromiumArgs });
});
afterAll(async () => {
  await browser?.close();
  for (const server of servers) server.close();
});

const opened: Page[] = [];
afterEach(() => Promise.all(opened.splice(0).map((page) => page.context().close())));

/** A strict page that notes every report; runs before its own scripts, so nothing is missed. */
async function open(userAgent?: string): Promise<Page> {
  const context = await browser.newContext({
    viewport: { width: 375, height: 812 },
    ...(userAgent && { userAgent }),
  });
  const page = await context.newPage();
  opened.push(page);
  await page.addInitScript({ path: decoder });
  await page.addInitScript(`
    window.reports = [];
    document.addEventListener('securitypolicyviolation', (event) =>
      window.reports.push([event.violatedDirective, event.blockedURI, event.sample].join(' ')));
    // From near and from afar, as by a hand that moves.
    window.readCode = (image) => {
      for (const scale of [1, 0.5]) {
        const canvas = document.createElement('canvas');
        canvas.width = image.naturalWidth * scale;
        canvas.height = image.naturalHeight * scale;
        const context = canvas.getContext('2d');
        context.drawImage(image, 0, 0, canvas.width, canvas.height);
        const { data, width, height } = context.getImageData(0, 0, canvas.width, canvas.height);
        const found = jsQR(data, width, height);
        if (found) return found.data;
      }
    };`);
  await page.goto(url);
  await page.waitForFunction('window.paint');
  return page;
}

interface Painted {
  read?: string;
  said?: string;
  warnings?: string[];
  code?: string;
  message?: string;
}

const reports = (page: Page) => page.evaluate('window.reports') as Promise<string[]>;
const paint = (page: Page, scene: string, options: object = {}) =>
  page.evaluate(
    `window.paint(${JSON.stringify(scene)}, ${JSON.stringify(DATA)}, ${JSON.stringify(options)})`,
  ) as Promise<Painted>;

describe('the painter under a strict policy', () => {
  it('paints, encodes and reads back without a report', async () => {
    const page = await open();
    for (const type of ['image/jpeg', 'image/png', 'image/webp'])
      expect(await paint(page, 'festive', { type })).toEqual({ read: LINK, said: LINK, warnings: [] });
    expect(await reports(page)).toEqual([]);
  });

  it('does so in a worker that the page lets in by a policy of its own', async () => {
    const page = await open();
    expect(await paint(page, 'dark', { host: 'trusted' })).toEqual({ read: LINK, said: LINK, warnings: [] });
    expect(await reports(page)).toEqual([]);
  });

  it('paints on the main thread where the page forgot that policy', async () => {
    const page = await open();
    expect(await paint(page, 'minimal', { host: 'plain' })).toEqual({
      read: LINK,
      said: LINK,
      warnings: ['worker_unused'],
    });
  });

  it('says what capturePoster cannot do here', async () => {
    const page = await open();
    const { code, message } = (await page.evaluate('window.capture()')) as Painted;
    expect(code).toBe('capture_failed');
    expect(message).toMatch(/requires Trusted Types.*Use a scene with renderPoster/);
  });
});

describe.each([
  ['at a desk', undefined, 'blob:'],
  ['in WeChat', 'Mozilla/5.0 (Linux; Android 13) Mobile Safari/537.36 MicroMessenger/8.0.40', 'data:image/'],
])('the widget under a strict policy %s', (_, userAgent, address) => {
  it('is used without a report, from the gallery to the help', async () => {
    const page = await open(userAgent);
    await page.evaluate(`{
      const poster = document.createElement('fanfare-poster');
      Object.assign(poster, { scenes: ['festive', 'minimal'], data: ${JSON.stringify(DATA)}, locale: 'en' });
      document.body.append(poster);
    }`);
    const poster = page.locator('fanfare-poster');
    const picture = poster.locator('.front.is-ready img');
    await picture.waitFor();
    await poster.getByRole('button', { name: 'Minimal' }).click();
    await expect.poll(() => poster.locator('[aria-pressed="true"]').textContent()).toBe('Minimal');
    await picture.waitFor();
    await poster.locator(userAgent ? '[part=howTo]' : '[part=copyLink]').click();
    expect(await picture.getAttribute('src')).toMatch(new RegExp(`^${address}`));
    const said = await picture.evaluate((image) =>
      (window as unknown as { readCode(image: Element): string }).readCode(image),
    );
    expect(said).toBe(LINK);
    expect(await reports(page)).toEqual([]);
  });
});

describe('a page that has gone offline', () => {
  it.each([
    ['decoder', /Layer "[^"]+": the reader that checks its code could not be loaded/],
    ['render', /The painter could not be loaded\. Check the network and try again\./],
    ['festive', /The scene "festive" could not be loaded/],
  ])('is told that the %s is missing', async (part, words) => {
    const page = await open();
    await page.route(new RegExp(`/${part}-[^/]*\\.js$`), (route) => route.abort());
    const { code, message } = await paint(page, 'festive');
    expect([code, message]).toEqual(['load_failed', expect.stringMatching(words)]);
  });

  it('does not wait for ever for the reader', async () => {
    const page = await open();
    await page.route(/\/decoder-[^/]*\.js$/, () => {});
    const { code, message } = await paint(page, 'festive', { timeLimit: 2000 });
    expect(code).toBe('time_limit');
    expect(message).toMatch(/Layer "[^"]+": reading its code took longer than 2 s/);
  });

  it('needs the schema only for a scene of its own', async () => {
    const page = await open();
    await page.route(/\/parse-[^/]*\.js$/, (route) => route.abort());
    expect(await paint(page, 'festive')).toMatchObject({ said: LINK });
    const own = { width: 400, height: 600, layers: [] };
    expect(await page.evaluate(`window.paint(${JSON.stringify(own)}, {})`)).toMatchObject({
      code: 'load_failed',
    });
  });
});
