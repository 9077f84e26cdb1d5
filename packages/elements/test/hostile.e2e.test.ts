// Pages that make it hard: all widgets stand and work there, nothing outside of them changes, and nothing is thrown.
// Every case is one page; the full suite uses every widget on each of them.
import { describe, expect, it } from 'vitest';
import { allStand, carnival, draw, useAll, useCarnival } from './support/carnival.js';
import { outside, remember } from './support/outside.js';
import { type SiteOptions, useSite } from './support/site.js';

const { open } = useSite();
const api = useCarnival();
const isFull = Boolean(process.env.FANFARE_FULL);
const HOST = '<p class="host">Of the host</p>';
const LOADER = '<script type="module" src="/fanfare.js"></script>';

/** Opens a page and looks that nothing of it but ours has changed in the end. */
async function survive(body: string, { before = '', ...options }: SiteOptions = {}) {
  const opened = await open(`${HOST}${body}`, {
    api: api(),
    ...options,
    before: `(${remember})();(${typeof before === 'function' ? before : `() => {${before}}`})();`,
  });
  await (isFull ? useAll : allStand)(opened.page);
  return opened;
}

async function isUntouched({ page, errors }: Awaited<ReturnType<typeof open>>, added = ['window.Fanfare']) {
  expect(errors).toEqual([]);
  expect(await outside(page)).toEqual({ added, isMarkupKept: true });
}

describe('policies', () => {
  const reports = () => {
    const list: string[] = [];
    Object.defineProperty(window, Symbol.for('test.reports'), { value: list });
    document.addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI, sample }) =>
      list.push(`${violatedDirective} ${blockedURI} ${sample}`),
    );
  };
  const strict =
    "default-src 'none'; connect-src 'self'; img-src 'self' blob: data: https:; base-uri 'none'; form-action 'none'; " +
    "require-trusted-types-for 'script'; trusted-types 'none'; ";
  const byNonce = "script-src 'nonce-of-the-page'; style-src 'nonce-of-the-page'";

  const policies = [
    ['its own files', LOADER, "script-src 'self'; style-src 'self'"],
    ['a nonce', LOADER.replace('src=', 'nonce="of-the-page" src='), byNonce],
    [
      'its own files, by the classic script',
      '<script async src="/fanfare.iife.js"></script>',
      "script-src 'self'; style-src 'self'",
    ],
  ] as const;
  it.each(policies.slice(0, isFull ? 3 : 1))(
    'only scripts of %s, trusted types required: every widget is used without a report',
    async (_, head, policy) => {
      const opened = await open(`${HOST}${carnival()}`, {
        api: api(),
        head,
        headers: { 'Content-Security-Policy': strict + policy },
        before: reports,
      });
      await useAll(opened.page);
      const said = opened.page.evaluate(
        () => (window as unknown as Record<symbol, string[]>)[Symbol.for('test.reports')],
      );
      expect(await said).toEqual([]);
      expect(opened.errors).toEqual([]);
    },
  );
});

describe('styles of the host', () => {
  const height = async (head: string) => {
    const opened = await survive(carnival(), { head: LOADER + head });
    await isUntouched(opened);
    return opened.page.evaluate(() =>
      ['countdown', 'lottery', 'checkin'].map(
        (name) => document.querySelector(`fanfare-${name}`)!.getBoundingClientRect().height,
      ),
    );
  };

  it.skipIf(!isFull)('root font of 10 and 100 px, content-box and border-box: the same sizes', async () => {
    const plain = await height('<style>:root { font-size: 10px } body { margin: 0 }</style>');
    const other = await height(
      '<style>:root { font-size: 100px } body { margin: 0 } * { box-sizing: content-box !important }</style>',
    );
    expect(other).toEqual(plain);
    expect(Math.min(...plain)).toBeGreaterThan(50);
  });

  it('all: unset on everything: widgets keep their width and their layout', async () => {
    const opened = await survive(carnival(), {
      head: `${LOADER}<style>* { all: unset } html, body, p, fanfare-activity { display: block }</style>`,
    });
    await isUntouched(opened);
    for (const name of ['countdown', 'lottery', 'poster', 'invite', 'checkin']) {
      const box = await opened.page.locator(`fanfare-${name} .root`).boundingBox();
      expect(box!.width, name).toBeGreaterThan(300);
      expect(box!.height, name).toBeGreaterThan(60);
    }
  });
});

describe('scripts of the host', () => {
  it('patched fetch, JSON and Array.prototype', async () => {
    const opened = await survive(carnival(), {
      before: `
        const { fetch } = window;
        window.fetch = function (...given) { return fetch.apply(this, given).then((answer) => answer); };
        const { parse, stringify } = JSON;
        JSON.parse = (text, ...rest) => parse(text, ...rest);
        JSON.stringify = (value, ...rest) => stringify(value, ...rest);
        Array.prototype.remove = function () {};
        Array.prototype.last = function () { return this[this.length - 1]; };
        Array.prototype.flat = function () { return [].concat(...this); };
        Object.defineProperty(Object.prototype, 'isOfTheHost', { get: () => true, configurable: true });
      `,
    });
    await isUntouched(opened, [
      'window.Fanfare',
      'Object.prototype.isOfTheHost',
      'Array.prototype.remove',
      'Array.prototype.last',
    ]);
  });

  it.skipIf(!isFull)('frozen intrinsics', async () => {
    const opened = await survive(carnival(), {
      before: `for (const one of [Object, Array, Function, Promise, Map, Set, Error, String, Number, RegExp, Date, JSON, Math, Reflect])
        { Object.freeze(one); if (one.prototype) Object.freeze(one.prototype); }`,
    });
    await isUntouched(opened);
  });

  it('a <base> that points elsewhere', async () => {
    const opened = await survive(carnival(), {
      head: '<base href="http://elsewhere.test/deep/"><script type="module" src="http://site.test/fanfare.js"></script>',
    });
    await isUntouched(opened);
  });
});

describe('places', () => {
  it('in a closed shadow root that is registered', async () => {
    const opened = await open(`${HOST}<section></section>`, { api: api(), before: `(${remember})()` });
    const { page } = opened;
    await page.waitForFunction(() => 'Fanfare' in window);
    await page.evaluate((markup) => {
      const root = document.querySelector('section')!.attachShadow({ mode: 'closed' });
      (window as unknown as { Fanfare: { register(options: object): void } }).Fanfare.register({ root });
      root.append(document.createRange().createContextualFragment(markup));
      Object.defineProperty(window, Symbol.for('test.root'), { value: root });
    }, carnival());
    const has = (selector: string) =>
      page.evaluate(
        (selector) =>
          (window as unknown as Record<symbol, ShadowRoot>)
            [Symbol.for('test.root')]!.querySelector('fanfare-lottery')
            ?.shadowRoot?.querySelector(selector)
            ?.getAttribute('aria-disabled') ?? null,
        selector,
      );
    await expect.poll(() => has('button[aria-disabled]'), { timeout: 15_000 }).toBe('false');
    await isUntouched(opened);
  });

  it('in an iframe without storage and without an origin', async () => {
    const inner = `<!doctype html><html lang="en"><title>In</title><script type="module" crossorigin src="http://site.test/fanfare.js"></script>${carnival()}</html>`;
    const opened = await open(
      `${HOST}<iframe width="375" height="3000" sandbox="allow-scripts" src="/inner"></iframe>`,
      {
        api: api(),
        head: '',
        files: { '/inner': { type: 'text/html', text: inner } },
      },
    );
    const frame = opened.page.frameLocator('iframe');
    await allStand(frame);
    if (isFull) await draw(frame);
    expect(opened.errors).toEqual([]);
  });

  it.skipIf(!isFull)(
    'in a modal <dialog> and beside a video in full screen, moved there while it stands',
    async () => {
      const opened = await survive(
        `${carnival()}<dialog></dialog><main id="full"><video muted></video><div id="over"></div></main>`,
      );
      const { page } = opened;
      const before = await page.evaluate(() => {
        const root = document.querySelector('fanfare-lottery')!.shadowRoot!.querySelector('.root');
        Object.defineProperty(window, Symbol.for('test.root'), { value: root });
        const dialog = document.querySelector('dialog')!;
        dialog.append(document.querySelector('fanfare-activity')!);
        dialog.showModal();
        return Boolean(root);
      });
      expect(before).toBe(true);
      await allStand(page);
      await draw(page);
      await page.evaluate(async () => {
        const dialog = document.querySelector('dialog')!;
        document.querySelector('#over')!.append(document.querySelector('fanfare-activity')!);
        dialog.close();
      });
      await page.locator('#full').click({ position: { x: 2, y: 2 } });
      await page.evaluate(() => document.querySelector('#full')!.requestFullscreen());
      await allStand(page);
      if (isFull) await draw(page);
      expect(
        await page.evaluate(
          () =>
            document.querySelector('fanfare-lottery')!.shadowRoot!.querySelector('.root') ===
            (window as unknown as Record<symbol, Element>)[Symbol.for('test.root')],
        ),
      ).toBe(true);
      expect(opened.errors).toEqual([]);
    },
  );

  it.skipIf(!isFull)('after it comes back from the cache of pages', async () => {
    const opened = await survive(carnival());
    await opened.page.evaluate(() => {
      window.dispatchEvent(new PageTransitionEvent('pagehide', { persisted: true }));
      window.dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }));
    });
    await (isFull ? draw : allStand)(opened.page);
    await isUntouched(opened);
  });
});
