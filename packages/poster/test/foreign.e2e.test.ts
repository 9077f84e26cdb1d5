// Pictures and fonts from another origin as browsers really treat them: two servers, and a page that paints.
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { resolve } from 'node:path';
import { build } from 'esbuild';
import { type Browser, chromium, type Page } from 'playwright';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { chromiumArgs, findChromium } from '../../../scripts/chromium.mjs';

const SVG =
  '<svg xmlns="http://www.w3.org/2000/svg" width="60" height="40"><path d="M0 0h30v40H0z" fill="red"/></svg>';
const servers: Server[] = [];
let browser: Browser;
let page: Page;
let pictures: string;

/** Serves on an origin of its own; where there is no answer, it never comes. */
async function serve(answer: (path: string) => { type: string; body: string; headers?: object } | undefined) {
  const server = createServer((request, response) => {
    const answered = answer(request.url!);
    if (!answered) return;
    const { type, body, headers } = answered;
    response.writeHead(200, { 'Content-Type': type, ...headers }).end(body);
  });
  servers.push(server);
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

beforeAll(async () => {
  const { outputFiles } = await build({
    entryPoints: [resolve(import.meta.dirname, '../src/render-poster.ts')],
    bundle: true,
    format: 'esm',
    conditions: ['@fanfare/source'],
    write: false,
  });
  const script = `${outputFiles[0]!.text}; window.renderPoster = renderPoster;`;
  const site = await serve((path) =>
    path === '/poster.js'
      ? { type: 'text/javascript', body: script }
      : {
          type: 'text/html',
          body: '<!doctype html><title>Page</title><script type="module" src="/poster.js"></script>',
        },
  );
  pictures = await serve((path) =>
    path.startsWith('/never')
      ? undefined
      : {
          type: 'image/svg+xml',
          body: SVG,
          headers: path.startsWith('/open') ? { 'Access-Control-Allow-Origin': '*' } : {},
        },
  );
  browser = await chromium.launch({ executablePath: findChromium(), args: chromiumArgs });
  page = await browser.newPage();
  await page.goto(site);
  await page.waitForFunction('window.renderPoster');
});
afterAll(async () => {
  await browser?.close();
  for (const server of servers) {
    server.closeAllConnections();
    server.close();
  }
});

/** As text, because the test runner would rewrite the code of a function. */
const render = (photo: string, font?: string) =>
  page.evaluate(`window.renderPoster(
    {
      width: 400,
      height: 300,
      fonts: ${JSON.stringify(font ? [{ family: 'Brand', url: font }] : [])},
      layers: [
        { id: 'hero', type: 'image', source: '{photo}', width: 400, height: 300 },
        { id: 'name', type: 'text', text: 'Ann', font: 'Brand, sans-serif' },
      ],
    },
    { photo: ${JSON.stringify(photo)} },
    { pixelRatio: 1, timeLimit: 500, fontTimeLimit: 300 },
  ).then(
    (made) => ({ bytes: made.blob.size, warnings: made.warnings.map(({ message }) => message) }),
    ({ code, message }) => ({ code, message }),
  )`) as Promise<{ code?: string; message?: string; bytes?: number; warnings?: string[] }>;

it('refuses a picture without CORS headers by an error that names its layer, the address and the reason', async () => {
  const { code, message } = await render(`${pictures}/closed.svg`);
  expect(code).toBe('picture_failed');
  expect(message).toContain('Layer "hero"');
  expect(message).toContain(`${pictures}/closed.svg`);
  expect(message).toContain('CORS');
});

it('paints the same picture when its server allows it', async () => {
  expect((await render(`${pictures}/open.svg`)).bytes).toBeGreaterThan(500);
});

it('gives a picture up that its server never sends, and names its layer', async () => {
  const { code, message } = await render(`${pictures}/never.png`);
  expect(code).toBe('time_limit');
  expect(message).toMatch(/Layer "hero": loading .*\/never\.png took longer than 0\.5 s/);
});

it('paints in the fallback font when a font never comes, and says so', async () => {
  const { bytes, warnings } = await render(`${pictures}/open.svg`, `${pictures}/never.woff2`);
  expect(bytes).toBeGreaterThan(500);
  expect(warnings).toEqual([
    expect.stringMatching(
      /^Font "Brand" could not be loaded: it took longer than 0\.3 s\. The fallback font is used\.$/,
    ),
  ]);
});

it('keeps nothing of 20 posters: the memory of the page does not grow', async () => {
  const session = await page.context().newCDPSession(page);
  const used = async () => {
    await session.send('HeapProfiler.collectGarbage');
    const heap = (await session.send('Runtime.getHeapUsage')) as unknown as Record<string, number>;
    return heap.usedSize! + heap.embedderHeapUsedSize! + heap.backingStorageSize!;
  };
  const paint = async (from: number) => {
    for (let index = from; index < from + 20; index++) await render(`${pictures}/open-${index}.svg`);
  };
  await paint(0);
  const before = await used();
  await paint(20);
  // Keeping the canvases of 20 posters takes 900,000 bytes.
  expect((await used()) - before).toBeLessThan(300_000);
});
