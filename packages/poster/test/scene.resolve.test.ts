import { describe, expect, test } from 'vitest';
import { parseLayers, parseScene } from '../src/scene/parse.js';
import { resolveScene } from '../src/scene/resolve.js';

const resolve = (
  layers: unknown[],
  data: Record<string, unknown> = {},
  rest: object = {},
  locale = 'zh-CN',
) => resolveScene(parseScene({ width: 100, height: 100, layers, ...rest }), data, locale, parseLayers).scene;
const textOf = (text: unknown, data: Record<string, unknown> = {}, rest: object = {}, locale?: string) => {
  const [layer] = resolve([{ type: 'text', id: 't', text }], data, rest, locale).layers;
  return layer?.type === 'text' ? layer.text : undefined;
};

describe('bindings', () => {
  test.each([
    ['a value', '{name}!', { name: '小鹿' }, '小鹿!'],
    ['a path', '{prize.name}', { prize: { name: '红包' } }, '红包'],
    ['a number', '{day} 天', { day: 7 }, '7 天'],
    ['zero', '{day}', { day: 0 }, '0'],
    ['a fallback', '{name|朋友}', {}, '朋友'],
    ['null', '{name|朋友}', { name: null }, '朋友'],
    ['a list', '{prizes}', { prizes: ['一', '二'] }, '一\n二'],
    ['an object', '{prize}', { prize: {} }, ''],
    ['braces', '{{name}}', { name: 'x' }, '{name}'],
    ['a value that looks like a binding', '{name}', { name: '{link}', link: 'secret' }, '{link}'],
    ['an inherited key', '{constructor.name}', {}, ''],
    ['infinity', '{day}', { day: Number.POSITIVE_INFINITY }, ''],
  ])('fill in %s', (_, text, data, expected) => {
    expect(textOf(text, data)).toBe(expected);
  });

  test('take defaults of the scene, which may hold bindings and languages', () => {
    const data = { title: { 'zh-CN': '{brand}盛典', en: '{brand} Gala' }, brand: '星河' };
    expect(textOf('{title}', {}, { data })).toBe('星河盛典');
    expect(textOf('{title}', { brand: 'Acme' }, { data }, 'en-GB')).toBe('Acme Gala');
  });
  test.each([
    ['zh-CN', '你好'],
    ['zh-HK', '你好'],
    ['en-US', 'Hello'],
    ['fr', 'Hello'],
  ])('pick the language %s', (locale, expected) => {
    expect(textOf({ 'zh-CN': '你好', en: 'Hello' }, {}, {}, locale)).toBe(expected);
  });
  test('refuse a cycle and name the layer', () => {
    expect(() => textOf('{a}', {}, { data: { a: '{b}', b: '{a}' } })).toThrow(
      /Layer "t": the binding \{a} -> \{b} -> \{a} leads back/,
    );
  });
});

describe('layers', () => {
  test('are left out when their value is missing', () => {
    const layers = [
      { type: 'text', text: 'a', when: 'nickname' },
      { type: 'text', text: 'b', when: '!nickname' },
    ];
    const shown = (data: Record<string, unknown>) =>
      resolve(layers, data).layers.map((layer) => layer.type === 'text' && layer.text);
    expect(shown({})).toEqual(['b']);
    expect(shown({ nickname: 'x' })).toEqual(['a']);
  });
  test.each([
    'javascript:alert(1)',
    'java\nscript:alert(1)',
    ' JavaScript:x',
    'data:text/html,x',
    'vbscript:x',
    'file:///etc/passwd',
  ])('refuse the link %s and the picture alike', (address) => {
    expect(() => resolve([{ type: 'qr', id: 'code', text: '{link}', size: 50 }], { link: address })).toThrow(
      /Layer "code": an address starting with/,
    );
    expect(() =>
      resolve([{ type: 'image', id: 'hero', source: '{photo}', width: 9, height: 9 }], { photo: address }),
    ).toThrow(/Layer "hero": an address/);
  });
  test('name a code without a text and a picture without a source', () => {
    expect(() => resolve([{ type: 'qr', id: 'code', text: '{link}', size: 50 }])).toThrow(
      /Layer "code": the QR code has nothing to say/,
    );
    expect(() => resolve([{ type: 'image', id: 'hero', source: '{photo}', width: 9, height: 9 }])).toThrow(
      /Layer "hero": "source" \{photo} has no value/,
    );
  });
  test('give an avatar the first letter of its name, an emoji whole', () => {
    const [layer] = resolve([{ type: 'avatar', size: 9, name: '{n}' }], { n: '👨‍👩‍👧‍👦 Li' }).layers;
    expect(layer?.type === 'avatar' && layer.initial).toBe('👨‍👩‍👧‍👦');
  });
});

describe('variants', () => {
  const variants = [
    { when: { day: [7, 6] }, data: { line: 'early' } },
    { when: { day: 1 }, data: { line: 'last' }, layers: { t: { size: 50 } }, background: '#ff0000' },
    { when: { channel: 'weibo', slot: 'morning' }, data: { line: 'good morning' } },
  ];
  const rest = { variants, data: { line: 'any' } };
  test.each([
    [{}, 'any'],
    [{ day: 6 }, 'early'],
    [{ day: '1' }, 'last'],
    [{ channel: 'weibo' }, 'any'],
    [{ channel: 'weibo', slot: 'morning', day: 1 }, 'good morning'],
  ])('match %o', (data, expected) => {
    expect(textOf('{line}', data, rest)).toBe(expected);
  });
  test('change layers and background, and are checked', () => {
    const scene = resolve([{ type: 'text', id: 't', text: 'x' }], { day: 1 }, rest);
    expect(scene.background).toBe('#ff0000');
    expect(scene.layers[0]).toMatchObject({ size: 50 });
    const bad = { variants: [{ when: {}, layers: { t: { size: -1 } } }] };
    expect(() => textOf('x', {}, bad)).toThrow(/Layer "t": "size" expected at least 1, got -1/);
  });
});
