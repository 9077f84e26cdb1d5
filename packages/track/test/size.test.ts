// What a page pays: the first load, bundled from the sources as a production build would.
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { build } from 'esbuild';
import { beforeAll, describe, expect, it } from 'vitest';
import { inlineCss } from './support/bundle.js';

const root = join(import.meta.dirname, '../../..');
const TRACK = "export { createTracker } from '@fanfare/track';";
const STUB = "export { createTrackStub } from '@fanfare/track/stub';";
const CORE = "import '@fanfare/core/element';";

async function firstLoad(code: string): Promise<{ bytes: number; inputs: string[] }> {
  const { outputFiles, metafile } = await build({
    stdin: { contents: code, resolveDir: join(root, 'packages/elements'), sourcefile: 'page.js' },
    nodePaths: [join(root, 'packages/track/node_modules')],
    alias: {
      '@fanfare/track/stub': join(root, 'packages/track/src/stub/index.ts'),
      '@fanfare/track': join(root, 'packages/track/src/index.ts'),
    },
    absWorkingDir: root,
    outdir: join(root, 'out'),
    bundle: true,
    minify: true,
    write: false,
    metafile: true,
    format: 'esm',
    splitting: true,
    target: 'es2019',
    conditions: ['@fanfare/source'],
    jsx: 'automatic',
    jsxImportSource: 'preact',
    define: { __FANFARE_VERSION__: '"0.1.0"', 'process.env.NODE_ENV': '"production"' },
    plugins: [inlineCss],
    logLevel: 'error',
  });
  const { outputs } = metafile;
  const first = new Set<string>();
  const follow = (path: string) => {
    if (first.has(path)) return;
    first.add(path);
    for (const { path: next, kind } of outputs[path]!.imports)
      if (kind !== 'dynamic-import' && outputs[next]) follow(next);
  };
  follow(Object.keys(outputs).find((path) => outputs[path]!.entryPoint?.endsWith('page.js'))!);
  const files = outputFiles.filter(({ path }) => [...first].some((part) => join(root, part) === path));
  return {
    bytes: files.reduce((sum, { contents }) => sum + gzipSync(contents, { level: 9 }).length, 0),
    inputs: Object.values(outputs).flatMap(({ inputs }) => Object.keys(inputs)),
  };
}

describe('the first load', () => {
  let alone: Awaited<ReturnType<typeof firstLoad>>;
  let core: number;
  let both: number;
  let stub: number;
  beforeAll(async () => {
    const [one, other, all, early] = await Promise.all([TRACK, CORE, CORE + TRACK, STUB].map(firstLoad));
    alone = one!;
    core = other!.bytes;
    both = all!.bytes;
    stub = early!.bytes;
    console.log(`track alone: ${alone.bytes} B, over core: ${both - core} B, stub: ${stub} B`);
  });

  it('standing alone is at most 7,000 bytes', () => expect(alone.bytes).toBeLessThanOrEqual(7000));
  it('beside core it adds at most 4 KiB', () => expect(both - core).toBeLessThanOrEqual(4096));
  it('before the rest is loaded, the stub takes at most 1 KiB', () => expect(stub).toBeLessThanOrEqual(1024));
  it('neither first nor later is preact, signals or zod in it', () => {
    expect(alone.inputs.filter((path) => /node_modules\/(\.pnpm\/)?(preact|@preact|zod)/.test(path))).toEqual(
      [],
    );
  });
});
