// The poster as people meet it: painted for real, swiped, typed on, saved, shared, in WeChat and where phones refuse.
import { mount } from '@fanfare/core';
import { fakeActivity, settled, testWidget } from '@fanfare/core/testing';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { userEvent } from 'vitest/browser';
import { type PosterOptions, poster } from '../src/index.js';
import { decodeFile } from './poster.decode.js';
import { invite, LINK } from './poster.sample.js';

const data = { link: LINK, title: 'New Year', nickname: 'Ann' };
const WECHAT = 'Mozilla/5.0 (Linux; Android 13) Mobile Safari/537.36 MicroMessenger/8.0.40';

const undo: (() => void)[] = [];
afterEach(() => {
  for (const one of undo.splice(0)) one();
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
});

function show(options: PosterOptions & { activity?: ReturnType<typeof fakeActivity>['activity'] }) {
  const parent = document.body.appendChild(document.createElement('div'));
  const handle = mount(poster, parent, { locale: 'en', ...options });
  undo.push(() => {
    handle.destroy();
    parent.remove();
  });
  const root = parent.firstElementChild!.shadowRoot!;
  const find = <Found extends Element = HTMLElement>(selector: string) => root.querySelector<Found>(selector);
  const wait = <Found extends Element = HTMLElement>(selector: string) =>
    vi.waitFor(
      () => {
        const found = find<Found>(selector);
        if (!found) throw new Error(`no ${selector} in ${root.querySelector('.root')?.innerHTML}`);
        return found;
      },
      { timeout: 15_000 },
    );
  return { handle, root, find, wait, picture: () => wait<HTMLImageElement>('.front img') };
}

const agent = (text: string) => vi.spyOn(navigator, 'userAgent', 'get').mockReturnValue(text);
const read = async (picture: HTMLImageElement) => decodeFile(await (await fetch(picture.src)).blob());

const once = () => new Promise<void>((resolve) => setTimeout(resolve, 50));
/** What is not seen is not made. */
async function reached(root: ShadowRoot, selector: string) {
  root.host.scrollIntoView();
  await vi.waitFor(() => expect(root.querySelector(selector)).toBeTruthy(), { timeout: 15_000 });
}
const ready = (root: ShadowRoot) => reached(root, '[part="actions"]');

describe('a poster', () => {
  it('is a real picture with words for those who do not see it, and its code holds the link', async () => {
    const { picture, wait } = show({ scene: 'festive', data });
    const image = await picture();
    await image.decode();
    expect([image.naturalWidth, image.naturalHeight]).toEqual([1080, 1921]);
    expect(image.src).toMatch(/^blob:/);
    expect(image.alt).toContain('Ann');
    expect(image.alt).toContain('New Year');
    expect(await read(image)).toBe(LINK);
    expect((await wait('[role="status"]')).textContent).toContain('its code scans');
  });

  it("holds the participant's invite link in an activity", async () => {
    const { activity } = fakeActivity({ sections: { invite: invite() } });
    undo.push(() => activity.destroy());
    const { picture, wait } = show({ activity, channel: 'group', scene: 'minimal' });
    const name = await wait<HTMLInputElement>('input[name="nickname"]');
    await userEvent.fill(name, '小鹿');
    await userEvent.keyboard('{Enter}');
    await wait('[part="actions"]');
    const image = await picture();
    expect(await read(image)).toBe(LINK);
    expect(image.alt).toContain('小鹿');
  });

  it('is made again when the data change, and what was chosen stays', async () => {
    const { handle, wait, picture, find } = show({ scenes: ['festive', 'minimal'], data });
    await picture();
    find('[part="scene"]:nth-child(2)')!.click();
    await wait('.front.is-ready img');
    handle.update({ data: { ...data, nickname: 'Bo' } });
    await vi.waitFor(async () => expect((await picture()).alt).toContain('Bo'), { timeout: 15_000 });
    expect(find('[part="scene"]:nth-child(2)')!.getAttribute('aria-pressed')).toBe('true');
  });

  it('tells what went wrong with its layer, and tries again', async () => {
    vi.spyOn(console, 'error').mockImplementation(() => {});
    const scene = {
      width: 400,
      height: 600,
      layers: [{ id: 'hero', type: 'image', source: '/gone.png', width: 400, height: 300 }],
    };
    const { wait } = show({ scene: scene as never, data });
    expect((await wait('[role="alert"]')).textContent).toContain('A picture could not be loaded');
    expect((await wait('[part="detail"]')).textContent).toBe('picture_failed · Layer "hero"');
    (await wait('[part="retry"]')).click();
    await wait('.is-rendering, [role="alert"]');
    expect((await wait('[part="detail"]')).textContent).toContain('hero');
  });

  it('refuses a javascript: link', async () => {
    vi.spyOn(console, 'error').mockImplementation(() => {});
    const { wait, find } = show({ scene: 'festive', data: { ...data, link: 'javascript:alert(1)' } });
    expect((await wait('[part="detail"]')).textContent).toContain('link_refused');
    expect(find('[part="copyLink"]')).toBeNull();
  });
});

describe('the gallery', () => {
  it('is walked through by keyboard', async () => {
    const { wait, find } = show({ scenes: ['festive', 'minimal', 'dark'], data });
    await wait('.front img');
    find('[part="gallery"]')!.focus();
    await userEvent.keyboard('{ArrowRight}');
    await vi.waitFor(() => expect(find('[aria-pressed="true"]')!.textContent).toBe('Minimal'));
    await userEvent.keyboard('{ArrowRight}{ArrowRight}');
    await vi.waitFor(() => expect(find('[aria-pressed="true"]')!.textContent).toBe('Dark'));
    await wait('.front.is-ready img');
    find('[part="arrow"]')!.click();
    await vi.waitFor(() => expect(find('[aria-pressed="true"]')!.textContent).toBe('Minimal'));
  });

  it('keeps the choice when a busy phone rests on the way to it', async () => {
    const { wait, find } = show({ scenes: ['festive', 'minimal'], data });
    await wait('.front img');
    const stuck = vi.spyOn(Element.prototype, 'scrollBy').mockImplementation(() => {});
    find('[part="scene"]:nth-child(2)')!.click();
    await vi.waitFor(() => expect(stuck).toHaveBeenCalledTimes(1));
    find('[part="gallery"]')!.dispatchEvent(new Event('scroll'));
    await vi.waitFor(() => expect(stuck).toHaveBeenCalledTimes(2));
    expect(find('[aria-pressed="true"]')!.textContent).toBe('Minimal');
  });

  it('takes a swipe for a choice', async () => {
    const { wait, find } = show({ scenes: ['festive', 'minimal'], data });
    await wait('.front img');
    find('[part="gallery"]')!.scrollBy({ left: 400 });
    await vi.waitFor(() => expect(find('[aria-pressed="true"]')!.textContent).toBe('Minimal'), {
      timeout: 3000,
    });
  });
});

describe('on a phone', () => {
  it('in WeChat is a data: picture to press long, with a guide instead of a download', async () => {
    agent(WECHAT);
    const { picture, wait, find, handle } = show({ scene: 'festive', data });
    const facts: unknown[] = [];
    handle.on('saved', (fact) => facts.push(fact));
    expect((await picture()).src).toMatch(/^data:image\/jpeg;base64,/);
    expect((await wait('[role="status"]')).textContent).toContain('Press and hold');
    expect(find('[part="save"]')).toBeNull();
    find('[part="howTo"]')!.click();
    expect((await wait('[part="help"]')).textContent).toContain('Send to Friend');
    await userEvent.keyboard('{Escape}');
    await vi.waitFor(() => expect(find('[part="help"]')).toBeNull());
    (await picture()).dispatchEvent(new Event('contextmenu'));
    await once();
    expect(facts).toEqual([{ scene: 'festive', via: 'menu' }]);
  });

  it('shares the file, and says how else when sharing throws', async () => {
    const share = vi.fn().mockRejectedValue(new DOMException('no', 'NotAllowedError'));
    vi.stubGlobal(
      'navigator',
      new Proxy(navigator, {
        get(target, key) {
          if (key === 'canShare') return () => true;
          if (key === 'share') return share;
          const value = Reflect.get(target, key, target);
          return typeof value === 'function' ? value.bind(target) : value;
        },
      }),
    );
    const { wait } = show({ scene: 'festive', data });
    (await wait('[part="share"]')).click();
    expect((await wait('[part="help"]')).textContent).toContain('How to share');
    expect((share.mock.lastCall![0] as { files: File[] }).files[0]).toMatchObject({
      name: 'festive.jpg',
      type: 'image/jpeg',
    });
  });

  it('shows the link to copy by hand when the clipboard throws', async () => {
    vi.spyOn(navigator.clipboard, 'writeText').mockRejectedValue(new DOMException('no', 'NotAllowedError'));
    vi.spyOn(document, 'execCommand').mockImplementation(() => {
      throw new Error('no');
    });
    const { wait } = show({ scene: 'festive', data });
    (await wait('[part="copyLink"]')).click();
    const field = await wait<HTMLTextAreaElement>('[part="help"] textarea');
    expect(field.value).toBe(LINK);
    expect(field.selectionEnd).toBe(LINK.length);
    expect(document.querySelector('body > textarea')).toBeNull();
  });

  it('downloads a file at a desk', async () => {
    const clicked: HTMLAnchorElement[] = [];
    vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function (this: HTMLAnchorElement) {
      clicked.push(this);
    });
    const { wait } = show({ scene: 'festive', data, type: 'png' });
    (await wait('[part="save"]')).click();
    await vi.waitFor(() => expect(clicked[0]?.download).toBe('festive.png'));
    expect(clicked[0]!.href).toMatch(/^blob:/);
  });
});

it('makes nothing before it is seen', async () => {
  const spacer = document.body.appendChild(document.createElement('div'));
  spacer.style.height = '5000px';
  undo.push(() => spacer.remove());
  const { find, wait } = show({ scene: 'festive', data });
  await settled();
  await once();
  expect(find('[part~="asleep"]')).toBeTruthy();
  expect(find('.strip')).toBeNull();
  find('[part="button"]')!.scrollIntoView();
  await wait('.front img');
  scrollTo(0, 0);
});

const broken = { width: 400, height: 600, layers: [{ type: 'fancy' }] } as never;
const two: PosterOptions = { scenes: ['festive', 'minimal'], data };
testWidget(poster, {
  options: () => two,
  badOptions: {
    scene: 'fancy',
    scenes: [1],
    data: 'x',
    size: 'wall',
    type: 'gif',
    maxBytes: 1,
    channel: 1,
    ask: 'x',
    copies: [1],
    proxy: 1,
    worker: 1,
  },
  states: {
    ready: { options: () => ({ ...two, copies: ['One', 'Two'] }), reach: ready },
    empty: { options: () => ({}), reach: (root) => reached(root, '.posters') },
    asking: {
      options: () => ({ scene: 'festive' as const, data: { link: LINK } }),
      reach: (root) => reached(root, 'form'),
    },
    failed: {
      options: () => ({ scene: broken, data }),
      reach: (root) => reached(root, '[part="trouble"]'),
    },
    'asked how to share': {
      options: () => ({ scene: 'festive' as const, data }),
      async reach(root) {
        vi.spyOn(navigator.clipboard, 'writeText').mockRejectedValue(new Error('no'));
        vi.spyOn(document, 'execCommand').mockReturnValue(false);
        await ready(root);
        root.querySelector<HTMLElement>('[part="copyLink"]')!.click();
        await reached(root, '[part="help"]');
      },
    },
  },
});
