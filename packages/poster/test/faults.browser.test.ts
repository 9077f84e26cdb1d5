// Everything that can go wrong on the way to a poster, each injected: it ends in a poster or in an error that
// names the layer.
import { afterEach, describe, expect, test, vi } from 'vitest';
import { renderPoster } from '../src/index.js';
import {
  blobOf,
  failure,
  imageLayer,
  link,
  pixel,
  qrLayer,
  sceneOf,
  stripes,
  stripesUrl,
} from './fixtures.js';

const hero = (photo: unknown, options = {}) =>
  renderPoster(sceneOf(imageLayer()), { photo }, { pixelRatio: 1, timeLimit: 400, ...options });
const avatar = (photo: unknown) =>
  renderPoster(
    sceneOf({ type: 'avatar', id: 'me', source: '{photo}', name: '小鹿', x: 10, y: 10, size: 100 }),
    { photo },
    { pixelRatio: 1, timeLimit: 400 },
  );
const names = [
  ['emoji', '🎉👨‍👩‍👧‍👦🇨🇳👍🏽'.repeat(10)],
  ['rare characters', '𠮷龘靐齉爩麤䲜䨻'.repeat(5)],
  ['Arabic', 'محمد بن عبد الله الأنصاري الطويل جدا جدا'],
  ['zero-width letters', 'a\u200b\u200d\u200e\ufeff'.repeat(10)],
  ['combining marks', `Z${'\u0301'.repeat(39)}`],
] as const;

afterEach(() => {
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
});

describe('pictures', () => {
  test('404', async () => {
    const error = await failure(hero('/missing-picture.png'));
    expect(error).toMatchObject({ name: 'FanfareError', code: 'picture_failed' });
    expect(error.message).toMatch(/Layer "hero": \/missing-picture\.png could not be used/);
  });
  test('without CORS', async () => {
    // Port 1 refuses; what matters is that the request is made in CORS mode and named.
    const error = await failure(hero('https://127.0.0.1:1/photo.png'));
    expect(error.message).toMatch(/Layer "hero".*(CORS|longer than)/);
  });
  test('pixels of another origin in a canvas', async () => {
    const canvas = stripes();
    vi.spyOn(CanvasRenderingContext2D.prototype, 'getImageData').mockImplementationOnce(() => {
      throw new DOMException('tainted', 'SecurityError');
    });
    expect((await failure(hero(canvas))).message).toMatch(/Layer "hero".*another origin/);
  });
  test('12,000 pixels wide', async () => {
    const poster = await hero(await blobOf(stripes(12_000, 60)), { timeLimit: 4000 });
    expect(poster.blob.size).toBeGreaterThan(1000);
  });
  test.each(['address', 'file'])('SVG without a size, as an %s', async (kind) => {
    const svg =
      '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 4 3"><path fill="red" d="M0 0h4v3H0z"/></svg>';
    const photo =
      kind === 'file'
        ? new Blob([svg], { type: 'image/svg+xml' })
        : `data:image/svg+xml,${encodeURIComponent(svg)}`;
    const poster = await hero(photo);
    const [red, green] = await pixel(poster.blob, 200, 150);
    expect([red! > 240, green! < 20]).toEqual([true, true]);
  });
  test('animated', async () => {
    const gif =
      'data:image/gif;base64,R0lGODlhAQABAPAAAP8AAAAAACH5BAAKAAAAIf8LTkVUU0NBUEUyLjADAQAAACwAAAAAAQABAAACAkQBACH5BAAKAAAALAAAAAABAAEAAAICTAEAOw==';
    // Its first picture, red.
    const [red, green] = await pixel((await hero(gif)).blob, 200, 150);
    expect([red! > 240, green! < 20]).toEqual([true, true]);
  });
  test('corrupted', async () => {
    const good = await (await blobOf(stripes(), 'image/jpeg')).arrayBuffer();
    const error = await failure(
      hero(new Blob([good.slice(0, 40), new Uint8Array(60)], { type: 'image/jpeg' })),
    );
    expect(error).toMatchObject({ code: 'picture_failed' });
    expect(error.message).toMatch(/Layer "hero"/);
  });
  test('never answering', async () => {
    vi.spyOn(HTMLImageElement.prototype, 'decode').mockReturnValue(new Promise(() => undefined));
    const error = await failure(hero(stripesUrl(), { timeLimit: 150 }));
    expect(error).toMatchObject({ code: 'time_limit' });
    expect(error.message).toMatch(/Layer "hero": loading .* longer than 0\.15 s/);
  });
  test('of no known kind', async () => {
    expect((await failure(hero({ a: 1 }))).message).toMatch(/Layer "hero".*no address/);
  });
  test('an avatar that fails becomes its letter, with a warning', async () => {
    const poster = await avatar('/missing-avatar.png');
    expect(poster.warnings[0]).toMatchObject({ code: 'picture_failed', layer: 'Layer "me"' });
  });
  test('a picture that may be missing is left out', async () => {
    const poster = await renderPoster(
      sceneOf(imageLayer({ missing: 'skip' })),
      { photo: '/missing.png' },
      { pixelRatio: 1 },
    );
    expect(poster.warnings).toHaveLength(1);
  });
  test('the proxy hook rewrites addresses', async () => {
    const poster = await hero('/original.png', {
      proxy: (url: string) => (url === '/original.png' ? stripesUrl() : url),
    });
    expect(poster.warnings).toEqual([]);
  });
  test('one that comes out blank is painted again, then named', async () => {
    const draw = CanvasRenderingContext2D.prototype.drawImage;
    const spy = vi.spyOn(CanvasRenderingContext2D.prototype, 'drawImage').mockImplementation(function (
      this: CanvasRenderingContext2D,
      ...args: unknown[]
    ) {
      if (this.canvas.width !== 400) Reflect.apply(draw, this, args);
    });
    const error = await failure(hero(stripesUrl(300, 200)));
    expect(error).toMatchObject({ code: 'picture_blank' });
    expect(error.message).toMatch(/Layer "hero": its picture came out blank/);
    expect(
      spy.mock.contexts.filter((context) => (context as CanvasRenderingContext2D).canvas.width === 0).length,
    ).toBeGreaterThanOrEqual(2);
  });
  test('one that was blank only once gives a poster', async () => {
    const draw = CanvasRenderingContext2D.prototype.drawImage;
    let blanks = 1;
    vi.spyOn(CanvasRenderingContext2D.prototype, 'drawImage').mockImplementation(function (
      this: CanvasRenderingContext2D,
      ...args: unknown[]
    ) {
      if (this.canvas.width === 400 && blanks-- > 0) return;
      Reflect.apply(draw, this, args);
    });
    await expect(hero(stripesUrl(310, 200))).resolves.toBeTruthy();
  });
  test('a plain picture is not taken for a blank one, nor one beneath a panel', async () => {
    const plain = document.createElement('canvas');
    plain.width = 90;
    plain.height = 90;
    await expect(hero(plain)).resolves.toBeTruthy();
    const scene = sceneOf(imageLayer(), { type: 'shape', width: 400, height: 300, fill: '#ffffff' });
    await expect(renderPoster(scene, { photo: stripes() }, { pixelRatio: 1 })).resolves.toBeTruthy();
  });
});

describe('texts and fonts', () => {
  const scene = sceneOf({
    type: 'text',
    id: 'name',
    text: '{name}',
    x: 20,
    y: 20,
    width: 300,
    size: 30,
    wrap: 'none',
  });
  test.each(names)('a long name of %s', async (_, name) => {
    const poster = await renderPoster(scene, { name }, { pixelRatio: 1 });
    expect(poster.blob.size).toBeGreaterThan(500);
  });
  test.each([[{}], [{ name: null }], [{ name: undefined }], [{ name: '' }], [null]])(
    'data of %o',
    async (data) => {
      await expect(renderPoster(scene, data as never, { pixelRatio: 1 })).resolves.toBeTruthy();
    },
  );
  test('a font that never loads leaves the fallback, with a warning', async () => {
    vi.stubGlobal(
      'FontFace',
      class {
        load = () => new Promise(() => undefined);
      },
    );
    const withFont = { ...scene, fonts: [{ family: 'Never', url: '/never.woff2' }] };
    const poster = await renderPoster(withFont, { name: '小鹿' }, { pixelRatio: 1, fontTimeLimit: 80 });
    expect(poster.warnings[0]).toMatchObject({ code: 'font_failed' });
    expect(poster.warnings[0]!.message).toMatch(/Font "Never".*fallback font/);
  });
  test('a font that is not there', async () => {
    const withFont = { ...scene, fonts: [{ family: 'Gone', url: '/gone.woff2' }] };
    const poster = await renderPoster(withFont, { name: '小鹿' }, { pixelRatio: 1 });
    expect(poster.warnings[0]).toMatchObject({ code: 'font_failed' });
  });
});

describe('codes', () => {
  const code = (data: object, rest: object = {}) =>
    renderPoster(sceneOf(qrLayer(rest)), { ...data }, { pixelRatio: 2 });
  test('a link too long for its size', async () => {
    const error = await failure(code({ link: `https://example.com/${'x'.repeat(900)}` }));
    expect(error).toMatchObject({ code: 'qr_too_dense' });
    expect(error.message).toMatch(/Layer "code": its 920 characters/);
  });
  test('no link', async () => {
    expect(await failure(code({}))).toMatchObject({ code: 'qr_empty' });
  });
  test('a script for a link', async () => {
    expect((await failure(code({ link: 'javascript:alert(1)' }))).message).toMatch(
      /Layer "code": an address starting with "javascript:"/,
    );
  });
  test('one that cannot be read is painted again, then named', async () => {
    const scene = sceneOf(qrLayer(), {
      type: 'shape',
      x: 90,
      y: 460,
      width: 220,
      height: 60,
      fill: '#ffffff',
    });
    const stages: string[] = [];
    const error = await failure(
      renderPoster(scene, { link }, { pixelRatio: 2, onProgress: (stage) => stages.push(stage) }),
    );
    expect(error).toMatchObject({ code: 'qr_unreadable' });
    expect(error.message).toMatch(/Layer "code": in the finished picture its code cannot be read/);
    expect(stages.filter((stage) => stage === 'paint')).toHaveLength(2);
  });
  test('a turned one is refused', async () => {
    expect((await failure(code({ link }, { rotate: 5 }))).message).toMatch(
      /Layer "code": a QR code cannot be turned/,
    );
  });
  test('a reader of the phone that hangs does not hold the poster up', async () => {
    vi.stubGlobal(
      'BarcodeDetector',
      class {
        detect = () => Promise.reject(new Error('no service'));
      },
    );
    await expect(code({ link })).resolves.toMatchObject({ qr: [{ decoded: true }] });
  });
});

describe('the device', () => {
  test('gives no canvas', async () => {
    vi.spyOn(HTMLCanvasElement.prototype, 'getContext').mockReturnValue(null);
    const error = await failure(renderPoster(sceneOf(), {}, { pixelRatio: 1 }));
    expect(error).toMatchObject({ code: 'canvas_failed' });
    expect(error.message).toMatch(/400 x 600 pixels.*Lower "pixelRatio"/);
  });
  test('encodes nothing', async () => {
    vi.spyOn(HTMLCanvasElement.prototype, 'toBlob').mockImplementation((done) => done(null));
    expect(await failure(renderPoster(sceneOf(), {}, { pixelRatio: 1 }))).toMatchObject({
      code: 'encode_failed',
    });
  });
  test('never encodes', async () => {
    vi.spyOn(HTMLCanvasElement.prototype, 'toBlob').mockImplementation(() => undefined);
    expect(await failure(renderPoster(sceneOf(), {}, { pixelRatio: 1, timeLimit: 100 }))).toMatchObject({
      code: 'time_limit',
    });
  });
});

describe('giving up', () => {
  test.each(['assets', 'paint', 'encode', 'check'])('at the stage %s', async (at) => {
    const abort = new AbortController();
    const reason = new Error('enough');
    const running = renderPoster(
      sceneOf(imageLayer(), qrLayer()),
      { photo: stripes(), link },
      {
        pixelRatio: 2,
        signal: abort.signal,
        onProgress: (stage) => stage === at && abort.abort(reason),
      },
    );
    expect(await failure(running)).toBe(reason);
  });
  test('before the start', async () => {
    expect(await failure(renderPoster(sceneOf(), {}, { signal: AbortSignal.abort() }))).toMatchObject({
      name: 'AbortError',
    });
  });
});

test('20 posters in a row leave one canvas at a time, and none behind', async () => {
  let living = 0;
  let most = 0;
  const sizes = new WeakMap<HTMLCanvasElement, number>();
  const width = Object.getOwnPropertyDescriptor(HTMLCanvasElement.prototype, 'width')!;
  vi.spyOn(HTMLCanvasElement.prototype, 'width', 'set').mockImplementation(function (
    this: HTMLCanvasElement,
    value: number,
  ) {
    const isFull = (pixels: number | undefined) => (pixels === 800 ? 1 : 0);
    living += isFull(value) - isFull(sizes.get(this));
    sizes.set(this, value);
    most = Math.max(most, living);
    width.set!.call(this, value);
  });
  const photo = stripesUrl();
  for (let index = 0; index < 20; index++)
    await renderPoster(
      sceneOf(imageLayer(), qrLayer()),
      { photo, link: `${link}${index}` },
      { pixelRatio: 2 },
    );
  expect({ living, most }).toEqual({ living: 0, most: 1 });
});
