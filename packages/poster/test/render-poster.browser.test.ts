// The whole way in a real Chromium: scene in, file out, read back by an eye of the test's own.
import { afterEach, describe, expect, test } from 'vitest';
import { decode } from '../src/check/decoder.js';
import { loadScene, renderPoster, type SceneName, sceneNames, sizes } from '../src/index.js';
import { failure, imageLayer, link, pixel, qrLayer, sceneOf, stripes, stripesUrl } from './fixtures.js';

const read = async (blob: Blob) => {
  const bitmap = await createImageBitmap(blob);
  const canvas = document.createElement('canvas');
  canvas.width = bitmap.width;
  canvas.height = bitmap.height;
  const context = canvas.getContext('2d')!;
  context.drawImage(bitmap, 0, 0);
  return decode(context.getImageData(0, 0, canvas.width, canvas.height));
};

afterEach(() => {
  document.body.replaceChildren();
});

describe('renderPoster', () => {
  test('paints, encodes and reads its code back', async () => {
    const stages: string[] = [];
    const poster = await renderPoster(
      { ...sceneOf(imageLayer(), qrLayer()), alt: 'For {name}' },
      { photo: stripes(), link, name: '小鹿' },
      { pixelRatio: 2, onProgress: (stage) => stages.push(stage) },
    );
    expect(poster).toMatchObject({ width: 800, height: 1200, alt: 'For 小鹿', warnings: [] });
    expect(poster.qr).toEqual([
      { layer: 'Layer "code"', text: link, decoded: true, area: { x: 200, y: 760, width: 400, height: 400 } },
    ]);
    expect(poster.blob.type).toBe('image/jpeg');
    expect(await read(poster.blob)).toBe(link);
    expect(stages).toEqual(['assets', 'paint', 'encode', 'check', 'done']);
  });

  test.each(['image/png', 'image/jpeg', 'image/webp'] as const)('writes %s', async (type) => {
    const { blob } = await renderPoster(sceneOf(qrLayer()), { link }, { type });
    expect(blob.type).toBe(type);
  });

  test('keeps a see-through background in a PNG and fills it in a JPEG', async () => {
    const scene = {
      ...sceneOf({ type: 'shape', x: 10, y: 10, width: 20, height: 20, fill: '#ff0000' }),
      background: 'transparent',
    };
    const png = await renderPoster(scene, {}, { type: 'image/png', pixelRatio: 1 });
    const jpeg = await renderPoster(scene, {}, { pixelRatio: 1 });
    expect(await pixel(png.blob, 300, 300)).toEqual([0, 0, 0]);
    expect(await pixel(jpeg.blob, 300, 300)).toEqual([255, 255, 255]);
  });

  test.each(sceneNames)('the ready scene %s needs nothing but its name', async (name) => {
    for (const locale of ['zh-CN', 'en']) {
      const poster = await renderPoster(name, { link, nickname: '小鹿' }, { locale, pixelRatio: 1 });
      expect(poster.qr).toHaveLength(1);
      expect(poster.warnings).toEqual([]);
      expect(poster.alt).not.toMatch(/[{}]/);
    }
  });

  test.each(sceneNames)('the ready scene %s writes the long words of an activity in full', async (name) => {
    const words = {
      link,
      nickname: 'Alexandra Smith',
      title: 'New Year Live-Stream Carnival 2027',
      subtitle: 'Come and join me',
      benefit: 'A chance to win: Lucky red envelope of 888 yuan',
      brand: 'Official event',
      date: 'January 1 to January 9',
      rank: 'TOP 3%',
      prize: 'Wireless earphones',
      day: 7,
    };
    for (const locale of ['zh-CN', 'en']) {
      const { warnings } = await renderPoster(name, words, { locale, size: 'moments', pixelRatio: 1 });
      expect(warnings).toEqual([]);
    }
  });

  test.each(Object.keys(sizes) as (keyof typeof sizes)[])('fits the size %s', async (size) => {
    const { width, height } = await renderPoster('festive', { link }, { size });
    const preset = sizes[size];
    expect(Math.abs(width - preset.width * preset.pixelRatio)).toBeLessThanOrEqual(1);
    expect(Math.abs(height - preset.height * preset.pixelRatio)).toBeLessThanOrEqual(1);
  });

  test('the countdown gives seven posters with the right number', async () => {
    const scene = await loadScene('countdown');
    const files = new Set<number>();
    for (const day of [7, 6, 5, 4, 3, 2, 1]) {
      const { alt, blob } = await renderPoster(scene, { day, link }, { pixelRatio: 1, type: 'image/png' });
      expect(alt).toContain(`倒计时 ${day} 天`);
      files.add(blob.size);
    }
    expect(files.size).toBe(7);
  });

  test('keeps within the bytes by quality, then by scale, and says so', async () => {
    const scene = sceneOf(imageLayer({ height: 340 }), qrLayer({ y: 360, size: 230, x: 85 }));
    const data = { photo: stripes(800, 700), link: 'https://example.com/a' };
    const free = await renderPoster(scene, data, { pixelRatio: 3 });
    const byQuality = await renderPoster(scene, data, {
      pixelRatio: 3,
      maxBytes: Math.round(free.blob.size * 0.8),
    });
    expect(byQuality.blob.size).toBeLessThanOrEqual(free.blob.size * 0.8);
    expect(byQuality.width).toBe(1200);
    expect(byQuality.warnings.map(({ code }) => code)).toEqual(['quality_lowered']);
    const byScale = await renderPoster(scene, data, {
      pixelRatio: 3,
      maxBytes: Math.round(free.blob.size * 0.35),
    });
    expect(byScale.blob.size).toBeLessThanOrEqual(free.blob.size * 0.35);
    expect(byScale.width).toBeLessThan(1200);
    expect(byScale.warnings.map(({ code }) => code)).toContain('scaled_down');
    const error = await failure(renderPoster(scene, data, { pixelRatio: 3, maxBytes: 2000 }));
    expect(error).toMatchObject({ code: 'too_big' });
    expect(error.message).toMatch(/Layer "code" would no longer be readable/);
  });

  test('lowers the scale to what a platform can paint', async () => {
    const poster = await renderPoster(sceneOf(), {}, { pixelRatio: 40, maxPixels: 1_000_000 });
    expect(poster.width * poster.height).toBeLessThanOrEqual(1_000_000);
    expect(poster.warnings[0]).toMatchObject({ code: 'pixels_capped' });
  });

  test('paints with a logo, round modules and dark themes, and still reads', async () => {
    const layer = qrLayer({
      modules: 'round',
      logo: '{logo}',
      size: 260,
      x: 70,
      y: 300,
      color: '#241a5e',
      background: '#f3f0ff',
    });
    const scene = { ...sceneOf(layer), background: '#05060f' };
    const poster = await renderPoster(scene, { link, logo: stripesUrl() }, { pixelRatio: 3 });
    expect(await read(poster.blob)).toBe(link);
  });

  test('a name of braces is only a name', async () => {
    const scene = sceneOf({ type: 'text', text: '{nickname}', x: 20, y: 20, fill: '#000000' });
    await expect(
      renderPoster(scene, { nickname: '{link} <img src=x onerror=alert(1)>' }),
    ).resolves.toMatchObject({ qr: [] });
  });

  test('says which ready scenes there are', async () => {
    expect(await failure(renderPoster('gala' as SceneName))).toMatchObject({ code: 'scene_unknown' });
  });
});
