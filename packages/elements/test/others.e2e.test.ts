// The main flows in Firefox ESR and WebKitGTK, in the full suite: `apt install firefox-esr webkit2gtk-driver xvfb`.
import { existsSync, readFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { tags, useCarnival } from './support/carnival.js';
import { type Driven, others } from './support/drivers.js';
import { dist } from './support/site.js';

const api = useCarnival();
const TYPES: Record<string, string> = { js: 'text/javascript', json: 'application/json' };
let site: Server;
let url: string;

async function answer(request: IncomingMessage, response: ServerResponse) {
  const path = request.url ?? '/';
  if (path === '/')
    return response.writeHead(200, { 'Content-Type': 'text/html' }).end(
      `<!doctype html><html lang="en"><meta charset="utf-8"><title>Page</title>
      <script>window.errors = []; addEventListener('error', (e) => errors.push(String(e.message)));
      addEventListener('unhandledrejection', (e) => errors.push(String(e.reason)));</script>
      <script type="module" src="/fanfare.js"></script>
      <fanfare-activity activity="new-year" endpoint="${url}/api" locale="en">${tags}</fanfare-activity></html>`,
    );
  if (path.startsWith('/api/')) {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const { host: _, origin: _o, connection: _c, ...headers } = request.headers as Record<string, string>;
    const body = Buffer.concat(chunks);
    const given = await fetch(`${api()}${path.slice(4)}`, {
      method: request.method ?? 'GET',
      headers,
      ...(body.length > 0 && { body }),
    });
    const kept = [...given.headers].filter(
      ([name]) => !/^(content-encoding|content-length|transfer-encoding)$/.test(name),
    );
    return response
      .writeHead(given.status, Object.fromEntries(kept))
      .end(Buffer.from(await given.arrayBuffer()));
  }
  const file = `${dist}${path}`;
  if (!existsSync(file)) return response.writeHead(404).end();
  response.writeHead(200, { 'Content-Type': TYPES[path.split('.').at(-1) ?? ''] ?? 'text/plain' });
  return response.end(readFileSync(file));
}

beforeAll(async () => {
  site = createServer((request, response) => void answer(request, response));
  await new Promise<void>((resolve) => site.listen(0, '127.0.0.1', resolve));
  url = `http://127.0.0.1:${(site.address() as AddressInfo).port}`;
});
afterAll(() => site?.close());

/** A button of a widget by its words, in the page. */
const button = (widget: string, words: string) =>
  `[...(document.querySelector('fanfare-${widget}')?.shadowRoot?.querySelectorAll('button') ?? [])]
    .find((one) => one.textContent.startsWith('${words}'))`;
const has = (widget: string, selector: string) =>
  `return Boolean(document.querySelector('fanfare-${widget}')?.shadowRoot?.querySelector('${selector}'))`;

describe.runIf(process.env.FANFARE_FULL && others.length > 0)('another browser', () => {
  it.each(others)('%s: counts down, draws, checks in, paints a poster', async (_, launch) => {
    const browser: Driven = await launch();
    try {
      await browser.go(url);
      const soon = (body: string) => expect.poll(() => browser.run(body), { timeout: 30_000 });
      await soon(has('countdown', '[role=timer]')).toBe(true);
      await soon(`return ${button('lottery', 'Spin')}?.getAttribute('aria-disabled')`).toBe('false');
      await browser.run(`${button('lottery', 'Spin')}.click()`);
      await soon(has('lottery', '[role=dialog], dialog[open]')).toBe(true);
      await soon(`return Boolean(${button('checkin', 'Check in')})`).toBe(true);
      await browser.run(`${button('checkin', 'Check in')}.click()`);
      await soon(`return document.querySelector('fanfare-checkin').shadowRoot.textContent`).toMatch(
        /Checked in/i,
      );
      await browser.run("document.querySelector('fanfare-poster').scrollIntoView()");
      await soon(has('poster', 'img')).toBe(true);
      expect(await browser.run('return errors')).toEqual([]);
    } finally {
      await browser.close();
    }
  });
});
