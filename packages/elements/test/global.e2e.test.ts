// `window.Fanfare`, by the loader and by the classic script alike: the queue before, the calls, the settings.
import { describe, expect, it } from 'vitest';
import type { Fanfare } from '../src/fanfare.js';
import { NOW, ownActivity } from './support/own-activity.js';
import { timer, timers, useSite } from './support/site.js';

const { open } = useSite();
const scripts = {
  loader: (data = '') => `<script type="module" src="/fanfare.js" ${data}></script>`,
  classic: (data = '') => `<script async src="/fanfare.iife.js" ${data}></script>`,
};
type Global = { Fanfare: Fanfare; said: string[] };

describe.each(Object.entries(scripts))('by the %s', (_, script) => {
  it('runs what was asked for before, in order, and what is asked for later', async () => {
    const { page, errors } = await open(`<div id="wheel"></div>`, {
      head: script(),
      before: () => {
        const { window: global } = globalThis as unknown as { window: Global };
        global.said = [];
        (global as unknown as { Fanfare: unknown[] }).Fanfare = [
          (fanfare: Fanfare) => void global.said.push(`first ${typeof fanfare.mount}`),
          (fanfare: Fanfare) => void global.said.push(`second ${fanfare.version}`),
        ];
      },
    });
    const said = () => page.evaluate(() => (window as unknown as Global).said);
    await expect.poll(said).toEqual(['first function', 'second 0.1.0']);
    await page.evaluate(() => {
      const { Fanfare, said } = window as unknown as Global;
      Fanfare.push(() => void said.push('later'));
    });
    await expect.poll(async () => (await said()).at(-1)).toBe('later');
    expect(errors).toEqual([]);
  });

  it('mounts a widget on an own API, and hears what happens', async () => {
    const { page, errors } = await open('<div id="here"></div>', { head: script() });
    await page.waitForFunction(() => 'Fanfare' in window);
    await page.evaluate(
      async ({ now, definition }) => {
        const { Fanfare } = window as unknown as Global;
        const transport = await Fanfare.createTransport({
          'time.get': () => ({ now }),
          'activity.get': () => definition,
        });
        const activity = await Fanfare.createActivity({ id: 'own', transport });
        const handle = await Fanfare.mount('countdown', '#here', { activity });
        const global = window as unknown as Global;
        global.said = [];
        handle.on('finished', ({ toward }) => void global.said.push(toward));
      },
      { now: NOW, definition: ownActivity('own') },
    );
    await expect.poll(() => page.locator('#here').getByRole('timer').count()).toBe(1);
    await expect.poll(() => page.evaluate(() => (window as unknown as Global).said)).toEqual(['start']);
    expect(errors).toEqual([]);
  });

  it('says what mount() does not know', async () => {
    const { page } = await open('', { head: script() });
    await page.waitForFunction(() => 'Fanfare' in window);
    const message = await page.evaluate(async () => {
      const { Fanfare } = window as unknown as { Fanfare: { mount(name: string): unknown } };
      try {
        return await Fanfare.mount('wheel');
      } catch (error) {
        return String(error);
      }
    });
    expect(message).toContain('[fanfare/elements] mount() knows no widget "wheel".');
  });

  it('gives the script tag’s activity to widgets that stand in none, now and later', async () => {
    const asked: string[] = [];
    const { page, errors } = await open('<fanfare-countdown></fanfare-countdown><main></main>', {
      head: script('data-activity="named" data-endpoint="http://site.test/api" data-locale="en"'),
      files: {
        '/api/v1/activities/named/guests': {
          type: 'application/json',
          text: '{"token":"t","linked":false,"secret":"s","me":{"participant":{"id":"guest-1","kind":"guest"},"sections":{}}}',
        },
        '/api/v1/time': { type: 'application/json', text: '{"now":1798761600000}' },
        '/api/v1/activities/named': {
          type: 'application/json',
          text: JSON.stringify(ownActivity('named', Date.parse('2099-01-01T00:00:00Z'))),
        },
      },
    });
    page.on('request', (request) => asked.push(request.url()));
    await expect.poll(() => timers(page)).toBe(1);
    await page.evaluate(() =>
      document.querySelector('main')!.append(document.createElement('fanfare-countdown')),
    );
    await expect.poll(() => timers(page)).toBe(2);
    const ids = await page.evaluate(() =>
      [...document.querySelectorAll('fanfare-countdown')].map(
        (element) => (element as unknown as { activity: { id: string } }).activity.id,
      ),
    );
    expect(ids).toEqual(['named', 'named']);
    expect(errors).toEqual([]);
  });
});

describe('two of them on a page', () => {
  const other = (text: string, path: string) =>
    path.startsWith('/other/')
      ? text.replaceAll('0.1.0', '0.2.0').replace(/fanfare:[0-9a-f]{12}/g, 'fanfare:another')
      : text;
  const two = (first: string, second: string) =>
    first.replace('async', '') + second.replace('async', '').replace('src="/', 'src="/other/');

  it.each(Object.entries(scripts))(
    'of the same version, by the %s: the second does nothing',
    async (_, script) => {
      const { page, warnings, errors } = await open(timer, { head: two(script(), script()) });
      await expect.poll(() => timers(page)).toBe(1);
      await page.waitForLoadState('networkidle');
      expect(await page.evaluate(() => Object.keys((window as unknown as Global).Fanfare.others))).toEqual(
        [],
      );
      expect([...warnings, ...errors]).toEqual([]);
    },
  );

  it.each(Object.entries(scripts))(
    'of two versions, by the %s: the first wins, the second warns once',
    async (_, script) => {
      const { page, warnings, errors } = await open(timer, {
        head: two(script(), script()) + script().replace('async', '').replace('src="/', 'src="/other/'),
        rewrite: other,
      });
      await expect.poll(() => timers(page)).toBe(1);
      await page.waitForLoadState('networkidle');
      expect(warnings).toHaveLength(1);
      expect(warnings[0]).toContain('version 0.1.0 already, so version 0.2.0 stands back');
      expect(await page.evaluate(() => (window as unknown as Global).Fanfare.version)).toBe('0.1.0');
      expect(errors).toEqual([]);
    },
  );

  it.each(Object.entries(scripts))('with tags of their own, by the %s: both work', async (_, script) => {
    const { page, warnings, errors } = await open(
      `${timer}<acme-countdown until="2099-01-01T00:00:00Z"></acme-countdown>`,
      { head: two(script(), script('data-prefix="acme"')), rewrite: other },
    );
    await expect.poll(() => timers(page)).toBe(1);
    await expect.poll(() => page.locator('acme-countdown').getByRole('timer').count()).toBe(1);
    expect([...warnings, ...errors]).toEqual([]);
  });

  it('leaves a `Fanfare` of the host alone', async () => {
    const { page, errors } = await open(timer, {
      before: () => {
        (window as unknown as { Fanfare: unknown }).Fanfare = { of: 'the host' };
      },
    });
    await expect.poll(() => timers(page)).toBe(1);
    expect(await page.evaluate(() => window.Fanfare)).toEqual({ of: 'the host' });
    expect(errors).toEqual([expect.stringContaining('window.Fanfare is something else')]);
  });
});

it('can be imported on a server', async () => {
  const { fanfare } = await import('../dist/fanfare.js' as string);
  expect(fanfare.version).toBe('0.1.0');
});
