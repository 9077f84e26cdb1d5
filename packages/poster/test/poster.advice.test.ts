// What a developer is told of a scene, and that nobody else pays for it.
import { resolve } from 'node:path';
import { build } from 'esbuild';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { advise } from '../src/poster.advice.js';
import { fakeTools, LINK, openPoster } from './poster.sample.js';

const sceneOf = (size: number) =>
  ({ width: 750, height: 1334, layers: [{ type: 'text', id: 'small', text: 'x', size }] }) as never;
let warn: ReturnType<typeof vi.spyOn>;

beforeEach(() => {
  warn = vi.spyOn(console, 'warn').mockImplementation(() => {});
});
afterEach(() => {
  vi.unstubAllEnvs();
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
});

describe('in development', () => {
  beforeEach(() => vi.stubEnv('NODE_ENV', 'development'));

  it('names the layer and what to do, once a scene', async () => {
    await advise('own', sceneOf(12), {});
    await advise('own', sceneOf(12), {});
    const texts = warn.mock.calls.flat() as string[];
    expect(texts).toContainEqual(
      expect.stringMatching(/^\[fanfare\/poster] own: Layer "small": .*Raise "size".* \(text_small\)$/),
    );
    expect(new Set(texts).size).toBe(texts.length);
  });

  it('has nothing to say of a ready scene', async () => {
    const { loadScene, sceneNames } = await import('../src/index.js');
    for (const name of sceneNames) await advise(name, await loadScene(name), { pixelRatio: 1.44 });
    expect(warn).not.toHaveBeenCalled();
  });

  it('knows the bytes and pixels of the finished file', async () => {
    await advise('heavy', sceneOf(30), { bytes: 700_000 });
    expect(warn.mock.calls.flat().join()).toContain('700000 bytes');
  });
});

it.each([
  ['in production', () => vi.stubEnv('NODE_ENV', 'production')],
  ['in tests', () => vi.stubEnv('NODE_ENV', 'test')],
  ['without a bundler', () => vi.stubGlobal('process', undefined)],
])('says nothing %s', async (_, arrange) => {
  arrange();
  await advise('quiet', sceneOf(11), {});
  expect(warn).not.toHaveBeenCalled();
});

it('is no part of a production build', async () => {
  const inputsOf = async (mode: string) => {
    const { metafile } = await build({
      entryPoints: [resolve(import.meta.dirname, '../src/poster.advice.ts')],
      bundle: true,
      format: 'esm',
      conditions: ['@fanfare/source'],
      define: { 'process.env.NODE_ENV': JSON.stringify(mode) },
      metafile: true,
      write: false,
    });
    return Object.keys(metafile.inputs).filter((path) => path.endsWith('lint/lint.ts')).length;
  };
  expect(await inputsOf('development')).toBe(1);
  expect(await inputsOf('production')).toBe(0);
});

it('is asked for after each poster, with the scene as it was fitted', async () => {
  const tools = fakeTools();
  await openPoster({
    activity: null,
    tools,
    config: { scene: sceneOf(30), data: { link: LINK }, size: 'weibo' },
  });
  expect(tools.advise).toHaveBeenCalledWith(
    'own-1',
    expect.objectContaining({ width: 1000.5, height: 1334 }),
    {
      pixelRatio: expect.closeTo(1.079, 3),
      bytes: expect.any(Number),
    },
  );
});
