// Pictures from another origin as browsers really treat them: two servers, and a page that paints.
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

/** Serves on an origin of its own. */
async function serve(answer: (path: string) => { type: string; body: string; headers?: object }) {
  const server = createServer((request, response) => {
    const { type, body, headers } = answer(request.url!);
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
  pictures = await serve((path) => ({
    type: 'image/svg+xml',
    body: SVG,
    headers: path.startsWith('/open') ? { 'Access-Control-Allow-Origin': '*' } : {},
  }));
  browser = await chromium.launch({ executablePath: findChromium(), args: chromiumArgs });
  page = await browser.newPage();
  await page.goto(site);
  await page.waitForFunction('window.renderPoster');
});
afterAll(async () => {
  await browser?.close();
  for (const server of servers) server.close();
});

/** As text, because the test runner would rewrite the code of a function. */
const render = (photo: string) =>
  page.evaluate(`window.renderPoster(
    { width: 400, height: 300, layers: [{ id: 'hero', type: 'image', source: '{photo}', width: 400, height: 300 }] },
    { photo: ${JSON.stringify(photo)} },
    { pixelRatio: 1 },
  ).then((made) => ({ bytes: made.blob.size }), ({ code, message }) => ({ code, message }))`) as Promise<{
    code?: string;
    message?: string;
    bytes?: number;
  }>;

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
