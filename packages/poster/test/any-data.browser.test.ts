// What people are called and what data bring: the ready scenes take all of it, and their codes stay readable.
import { expect, test } from 'vitest';
import { renderPoster, sceneNames } from '../src/index.js';
import { failure, link, pixel, sceneOf } from './fixtures.js';
import { decodeFile } from './poster.decode.js';

const names = [
  ['emoji', '🎉👨‍👩‍👧‍👦🇨🇳👍🏽'.repeat(10)],
  ['rare characters', '𠮷龘靐齉爩麤䲜䨻'.repeat(5)],
  ['Arabic', 'محمد بن عبد الله الأنصاري الطويل جدا جدا'],
  ['zero-width letters', 'a\u200b\u200d\u200e\ufeff'.repeat(10)],
  ['zero-width letters alone', '\u200b\u200d\ufeff'.repeat(13)],
  ['one long word', 'W'.repeat(40)],
] as const;

test.each(sceneNames)('the ready scene %s takes any name', async (name) => {
  for (const [kind, nickname] of names) {
    const { blob, qr, warnings } = await renderPoster(name, { link, nickname }, { pixelRatio: 1 });
    expect([kind, qr.map(({ text }) => text), await decodeFile(blob)]).toEqual([kind, [link], link]);
    expect(warnings.filter(({ code }) => code !== 'text_cut')).toEqual([]);
  }
});

test.each([
  ['nothing', undefined],
  ['null', null],
  ['empty texts', { nickname: '', title: '', link: '', day: '' }],
  ['null values', { nickname: null, avatar: null, title: null, link: null, day: null }],
  ['values of the wrong kind', { nickname: {}, avatar: '', title: [], day: Number.NaN, prize: false }],
])('every ready scene takes %s for data', async (_, data) => {
  for (const name of sceneNames) {
    const { qr } = await renderPoster(name, data as never, { pixelRatio: 1 });
    expect(qr).toMatchObject([{ decoded: true }]);
  }
});

test('a name is only ever cut between letters', async () => {
  const drawn: string[] = [];
  const { fillText } = CanvasRenderingContext2D.prototype;
  CanvasRenderingContext2D.prototype.fillText = function (...given) {
    drawn.push(given[0]);
    return fillText.apply(this, given);
  };
  const lettersOf = (text: string) =>
    Array.from(new Intl.Segmenter().segment(text), ({ segment }) => segment);
  const [[, emoji], [, rare]] = names;
  try {
    for (const name of [emoji, rare])
      for (let width = 60; width < 200; width += 7) {
        const text = { type: 'text', text: '{name}', width, size: 30, wrap: 'none' } as const;
        await renderPoster(sceneOf(text), { name }, { pixelRatio: 0.5 });
        const shown = drawn.pop()!;
        expect(shown).toMatch(/…$/);
        const kept = lettersOf(shown.slice(0, -1));
        expect(kept).toEqual(lettersOf(name).slice(0, kept.length));
      }
  } finally {
    CanvasRenderingContext2D.prototype.fillText = fillText;
  }
});

test('5,000 layers are painted, and one more names itself', async () => {
  const dot = (index: number) =>
    ({ type: 'shape', x: index % 400, y: index % 600, width: 2, height: 2, fill: '#ff0000' }) as const;
  const dots = Array.from({ length: 5000 }, (_, index) => dot(index));
  const { blob } = await renderPoster(sceneOf(...dots), {}, { pixelRatio: 1, type: 'image/png' });
  expect(await pixel(blob, 1, 1)).toEqual([255, 0, 0]);
  const error = await failure(renderPoster(sceneOf(...dots, dot(0)), {}, { pixelRatio: 1 }));
  expect(error.message).toMatch(/Layer 5000 \(shape\): is one of more than 5000/);
});

test('bindings that lead in a circle name their layer', async () => {
  const scene = {
    ...sceneOf({ id: 'words', type: 'text', text: '{a}' }),
    data: { a: 'x {b}', b: 'y {a}' },
  };
  const error = await failure(renderPoster(scene, {}, { pixelRatio: 1 }));
  expect(error).toMatchObject({ code: 'binding_cycle' });
  expect(error.message).toMatch(/Layer "words": the binding \{a} -> \{b} -> \{a} leads back to itself/);
});
