// Who reads the code back: the phone's own reader where there is one, and jsQR where it fails or is silent.
import { afterEach, expect, test, vi } from 'vitest';
import { preparePoster, renderPoster } from '../src/index.js';
import { failure, link, qrLayer, sceneOf, stripes } from './fixtures.js';

const asked: ImageData[] = [];
const phone = (detect: () => Promise<{ rawValue: string }[]>) =>
  vi.stubGlobal(
    'BarcodeDetector',
    class {
      detect(pixels: ImageData) {
        asked.push(pixels);
        return detect();
      }
    },
  );
const code = () => renderPoster(sceneOf(qrLayer()), { link }, { pixelRatio: 2 });

afterEach(() => {
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
  asked.length = 0;
});

test("the phone's own reader is asked, and its word is enough", async () => {
  phone(async () => [{ rawValue: link }]);
  await expect(code()).resolves.toMatchObject({ qr: [{ text: link, decoded: true }] });
  expect(asked).toHaveLength(1);
});

test('a code that says something else is no poster', async () => {
  phone(async () => [{ rawValue: 'https://elsewhere.example/' }]);
  const error = await failure(code());
  expect(error).toMatchObject({ code: 'qr_unreadable' });
  expect(error.message).toMatch(/Layer "code": .* its code reads "https:\/\/elsewhere\.example\/"/);
});

test.each([
  ['finds nothing', async () => []],
  ['fails', () => Promise.reject(new Error('no service'))],
  ['never answers', () => new Promise<never>(() => {})],
])('a reader that %s is replaced by jsQR', async (_, detect) => {
  phone(detect);
  await expect(code()).resolves.toMatchObject({ qr: [{ text: link, decoded: true }] });
  expect(asked.length).toBeGreaterThan(0);
});

test('getting ready goes all the way to the reader', async () => {
  phone(async () => []);
  await preparePoster();
  expect(asked.length).toBeGreaterThan(0);
});

test('an engine that writes another type than asked says so', async () => {
  const { toBlob } = HTMLCanvasElement.prototype;
  vi.spyOn(HTMLCanvasElement.prototype, 'toBlob').mockImplementation(function (
    this: HTMLCanvasElement,
    done,
    type,
    quality,
  ) {
    toBlob.call(this, done, type === 'image/webp' ? 'image/png' : type, quality);
  });
  const { blob, warnings } = await renderPoster(sceneOf(qrLayer()), { link }, { type: 'image/webp' });
  expect(blob.type).toBe('image/png');
  expect(warnings).toMatchObject([{ code: 'type_replaced', message: expect.stringContaining('image/webp') }]);
});

test('a file that cannot be opened again is made once more, then named', async () => {
  vi.spyOn(HTMLCanvasElement.prototype, 'toBlob').mockImplementation((done) =>
    done(new Blob([new Uint8Array(900)], { type: 'image/jpeg' })),
  );
  const stages: string[] = [];
  const error = await failure(
    renderPoster(
      sceneOf(qrLayer()),
      { link, photo: stripes() },
      { pixelRatio: 2, onProgress: (stage) => stages.push(stage) },
    ),
  );
  expect(error).toMatchObject({ code: 'encode_failed' });
  expect(stages.filter((stage) => stage === 'paint')).toHaveLength(2);
});
