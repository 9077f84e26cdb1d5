import { encodeQr } from '@fanfare/core/qr';
import { afterEach, expect, test } from 'vitest';
import { capturePoster } from '../src/index.js';
import { failure, link, stripesUrl } from './fixtures.js';

/** A designer's HTML: a photo, words, and a code. */
async function design(code = link): Promise<HTMLElement> {
  const { size, get } = encodeQr(link);
  const canvas = document.createElement('canvas');
  canvas.width = canvas.height = (size + 8) * 4;
  const context = canvas.getContext('2d')!;
  context.fillStyle = '#ffffff';
  context.fillRect(0, 0, canvas.width, canvas.height);
  context.fillStyle = '#000000';
  for (let y = 0; y < size; y++)
    for (let x = 0; x < size; x++) if (get(x, y)) context.fillRect((x + 4) * 4, (y + 4) * 4, 4, 4);
  const root = document.createElement('section');
  root.setAttribute('aria-label', 'My poster');
  Object.assign(root.style, { width: '300px', background: '#fff' });
  const photo = Object.assign(new Image(300, 120), { src: stripesUrl(300, 120) });
  const qr = Object.assign(new Image(canvas.width, canvas.height), { src: canvas.toDataURL() });
  qr.setAttribute('data-fanfare-qr', code);
  const title = Object.assign(document.createElement('h1'), { textContent: '新春嘉年华' });
  root.append(photo, title, qr);
  document.body.append(root);
  await Promise.all([photo.decode(), qr.decode()]);
  return root;
}

afterEach(() => document.body.replaceChildren());

test('captures an element and reads its code back', async () => {
  const poster = await capturePoster(await design(), { pixelRatio: 2 });
  expect(poster).toMatchObject({ width: 600, alt: 'My poster', warnings: [] });
  expect(poster.qr).toMatchObject([{ layer: 'QR code 1', text: link, decoded: true }]);
});
test('says so when the code reads otherwise', async () => {
  const error = await failure(capturePoster(await design('https://example.com/other'), { pixelRatio: 2 }));
  expect(error).toMatchObject({ code: 'qr_unreadable' });
  expect(error.message).toMatch(
    /QR code 1: in the finished picture its code reads "https:\/\/example\.com\/new-year/,
  );
});
test('explains an element without a size and colours that html2canvas does not know', async () => {
  expect(await failure(capturePoster(document.createElement('div')))).toMatchObject({
    code: 'capture_failed',
  });
  const root = await design();
  root.style.color = 'oklch(60% 0.2 30)';
  expect((await failure(capturePoster(root))).message).toMatch(/colour notation/);
});
