// Readability is a rate: random posters, put through what a messenger does to them, must all still be read.
import { expect, test } from 'vitest';
import { decode } from '../src/check/decoder.js';
import { loadScene, renderPoster, sceneNames } from '../src/index.js';
import { seeded, stripesUrl } from './fixtures.js';

const POSTERS = import.meta.env.FANFARE_FULL ? 500 : 18;
const LETTERS = 'abcdefghijkmnpqrstuvwxyz23456789';

/** JPEG 0.7 and half the size, as a forwarded picture; then what a viewfinder shows of it. */
async function forwarded(
  blob: Blob,
  area: { x: number; y: number; width: number },
  frame: number,
): Promise<ImageData> {
  const bitmap = await createImageBitmap(blob);
  const canvas = document.createElement('canvas');
  canvas.width = bitmap.width;
  canvas.height = bitmap.height;
  canvas.getContext('2d')!.drawImage(bitmap, 0, 0);
  const worse = await new Promise<Blob>((resolve) =>
    canvas.toBlob((made) => resolve(made!), 'image/jpeg', 0.7),
  );
  const again = await createImageBitmap(worse);
  canvas.width = Math.round(bitmap.width / 2);
  canvas.height = Math.round(bitmap.height / 2);
  const context = canvas.getContext('2d')!;
  context.imageSmoothingQuality = 'high';
  context.drawImage(again, 0, 0, canvas.width, canvas.height);
  const around = area.width * frame;
  const half = (length: number) => Math.round(length / 2);
  const side = half(area.width + 2 * around);
  return context.getImageData(half(area.x - around), half(area.y - around), side, side);
}

/** A hand is never still: a phone sees the code closer and farther within a second. */
const FRAMES = [0.25, 0.5];

async function isRead(
  blob: Blob,
  area: { x: number; y: number; width: number },
  link: string,
): Promise<boolean> {
  for (const frame of FRAMES) if (decode(await forwarded(blob, area, frame)) === link) return true;
  return false;
}

test(`${POSTERS} random posters are all read after JPEG 0.7 and half the size`, {
  timeout: 600_000,
}, async () => {
  const random = seeded(20270101);
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)]!;
  const unread: string[] = [];
  for (let index = 0; index < POSTERS; index++) {
    const name = sceneNames[index % sceneNames.length]!;
    const scene = await loadScene(name);
    const hasLogo = random() < 0.3;
    const length = 20 + Math.floor(random() * (hasLogo ? 40 : 180));
    const link = `https://e.cn/${Array.from({ length: length - 13 }, () => LETTERS[Math.floor(random() * LETTERS.length)]).join('')}`;
    const layers = scene.layers.map((layer) =>
      layer.type === 'qr' && hasLogo ? { ...layer, logo: '{logo}' } : layer,
    );
    const data = {
      link,
      logo: stripesUrl(64, 64),
      nickname: pick(['小鹿', 'محمد', '🎉Ann']),
      day: 1 + Math.floor(random() * 7),
    };
    const { blob, qr } = await renderPoster({ ...scene, layers }, data, {
      pixelRatio: pick([1.5, 1.6, 2]),
      locale: pick(['zh-CN', 'en']),
    });
    if (!(await isRead(blob, qr[0]!.area, link)))
      unread.push(`${name}, ${length} characters${hasLogo ? ', logo' : ''}`);
  }
  expect(unread).toEqual([]);
});
