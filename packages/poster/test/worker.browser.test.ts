import { afterEach, expect, test, vi } from 'vitest';
import { renderPoster } from '../src/index.js';
import { difference, failure, imageLayer, link, qrLayer, sceneOf, stripesUrl } from './fixtures.js';

const workers: Worker[] = [];
const open = () => {
  const worker = new Worker(new URL('../src/worker.ts', import.meta.url), { type: 'module' });
  workers.push(worker);
  return worker;
};
const scene = sceneOf(imageLayer(), qrLayer());
const data = () => ({ photo: stripesUrl(), link });

afterEach(() => {
  for (const worker of workers.splice(0)) worker.terminate();
  vi.restoreAllMocks();
});

test('a worker paints what this thread paints, and is kept', async () => {
  const worker = () => open();
  const stages: string[] = [];
  const options = {
    pixelRatio: 2,
    type: 'image/png',
    worker,
    onProgress: (stage: string) => stages.push(stage),
  } as const;
  const there = await renderPoster(scene, data(), options);
  expect(there.warnings).toEqual([]);
  expect(stages).toEqual(['assets', 'paint', 'encode', 'check', 'done']);
  const here = await renderPoster(scene, data(), { ...options, worker: undefined });
  expect([there.width, there.height, there.qr]).toEqual([here.width, here.height, here.qr]);
  expect(await difference(there.blob, here.blob)).toBeLessThan(0.001);
  await renderPoster(scene, data(), options);
  expect(workers).toHaveLength(1);
});

test('errors come back with their code and layer', async () => {
  const covered = sceneOf(qrLayer(), {
    type: 'shape',
    x: 90,
    y: 460,
    width: 220,
    height: 60,
    fill: '#ffffff',
  });
  const error = await failure(renderPoster(covered, { link }, { pixelRatio: 2, worker: () => open() }));
  expect(error).toMatchObject({ name: 'FanfareError', code: 'qr_unreadable' });
  expect(error.message).toMatch(/^\[fanfare\/poster] Layer "code"/);
});

test.each([
  [
    'cannot be started',
    () => {
      throw new Error('blocked by worker-src');
    },
  ],
  ['cannot be loaded', () => new Worker('/no-such-worker.js')],
])('a worker that %s is replaced by this thread, with a warning', async (_, worker) => {
  const poster = await renderPoster(scene, data(), { pixelRatio: 2, worker });
  expect(poster.qr).toHaveLength(1);
  expect(poster.warnings[0]).toMatchObject({ code: 'worker_unused' });
});

test('giving up ends the wait at once', async () => {
  const abort = new AbortController();
  const reason = new Error('enough');
  const running = renderPoster(scene, data(), {
    pixelRatio: 2,
    worker: () => open(),
    signal: abort.signal,
    onProgress: (stage) => stage === 'paint' && abort.abort(reason),
  });
  expect(await failure(running)).toBe(reason);
});
