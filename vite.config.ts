// Builds and tests every package. `vite build` runs with a package's folder as its root and takes the
// entries from that package's `exports`; `vitest` runs the projects below over the whole workspace.
import { readFileSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { playwright } from '@vitest/browser-playwright';
import { defaultClientConditions, defaultServerConditions } from 'vite';
import { defineConfig, type ViteUserConfig } from 'vitest/config';
import { chromiumArgs, findChromium } from './scripts/chromium.mjs';
import { atHome } from './scripts/elements/at-home.mjs';
import { lateParts, outsideOfLateParts } from './scripts/late-parts.mjs';

const SOURCE = '@fanfare/source';
const workspace = import.meta.dirname;
const jsx = { oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } } } as const;

const source = { resolve: { conditions: [SOURCE, ...defaultClientConditions] } };

interface Manifest {
  name: string;
  version: string;
  exports: Record<string, string | { [condition: string]: string }>;
  bin?: Record<string, string>;
  /** `bundle`: the files stand alone, minified, with every dependency inside: for pages without a bundler. */
  fanfare?: { bundle?: boolean };
}

/** `{ index: 'src/index.ts', element: 'src/element.ts' }`, read from the package's `exports` and `bin`. */
function entriesOf(manifest: Manifest): Record<string, string> {
  const entries: Record<string, string> = {};
  for (const target of Object.values(manifest.exports)) {
    if (typeof target === 'string' || !target[SOURCE]) continue;
    const source = target[SOURCE];
    entries[source.replace(/^\.\/src\//, '').replace(/\.tsx?$/, '')] = source;
  }
  for (const file of Object.values(manifest.bin ?? {}))
    entries[basename(file, '.js')] = `src/${basename(file, '.js')}.ts`;
  return entries;
}

/** What JSX is compiled to; preact's own also renders on servers, and every page would pay for that. */
const JSX_RUNTIME = 'preact/jsx-runtime';
/**
 * A few lines that first loads and late parts both need. Each output has its own copy: bundlers cut a module that both
 * import out of the first load, into a file of its own.
 */
const COPIED = [
  JSX_RUNTIME,
  '@fanfare/protocol/checks',
  '@fanfare/protocol/day',
  '@fanfare/protocol/phase',
  '@fanfare/protocol/routes',
];
/** The compiler's own helpers go into the output; everything else that is not ours stays an import. */
const isOutside = (id: string) => !/^(\.|\/|\0|@oxc-project\/runtime)/.test(id) && !COPIED.includes(id);
/** Widgets, and core, are made of a first load and of parts that come later. */
const hasLateParts = ({ exports }: Manifest) => './element' in exports;

/**
 * What every widget stands on is one file of a bundle, which its loader asks for beside the widget's own. Left alone,
 * a bundler cuts a dozen files for one countdown, some of them found out only when others have arrived.
 */
const BASE =
  /\/packages\/core\/src\/((widget|clock)\/|(cleanup|emitter|environment|errors|live-text|locale|storage|ticker)\.)|rolldown\/runtime|\/node_modules\/(preact|@preact\/signals-core)\/|\/protocol\/src\/(checks|phase)\.|\/elements\/src\/(part|parts\/base)\.ts$/;

function buildConfig(root: string): ViteUserConfig {
  const manifest: Manifest = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  const isBundle = manifest.fanfare?.bundle === true;
  return {
    root,
    ...jsx,
    resolve: {
      // From the sources, so that no order of building matters.
      ...source.resolve,
      alias: { [JSX_RUNTIME]: join(workspace, 'packages/core/src/widget/jsx-runtime.ts') },
    },
    define: {
      __FANFARE_VERSION__: JSON.stringify(manifest.version),
      // Pages without a bundler get no advice for developers.
      ...(isBundle && { 'process.env.NODE_ENV': '"production"' }),
    },
    plugins: isBundle ? [atHome()] : hasLateParts(manifest) ? [lateParts(isOutside)] : [],
    build: {
      target: 'es2020',
      sourcemap: true,
      minify: isBundle,
      // Styles travel as strings, which no integrator's minifier touches.
      cssMinify: true,
      emptyOutDir: false,
      lib: { entry: entriesOf(manifest), formats: ['es'] },
      rolldownOptions: isBundle
        ? { output: { minify: true, codeSplitting: { groups: [{ name: 'base', test: BASE }] } } }
        : { external: outsideOfLateParts(isOutside) },
    },
  };
}

const shared = { ...jsx, ...source, define: { __FANFARE_VERSION__: '"0.0.0-test"' } };
const node = { ...shared, ssr: { resolve: { conditions: [SOURCE, ...defaultServerConditions] } } };

export default defineConfig(({ command }) =>
  command === 'build' && !process.env.VITEST
    ? buildConfig(resolve(process.env.FANFARE_PACKAGE ?? process.cwd()))
    : {
        root: workspace,
        test: {
          projects: [
            {
              // Pure code and the server: plain Node, PGlite and in-process HTTP.
              ...node,
              test: {
                name: 'unit',
                environment: 'node',
                setupFiles: 'scripts/seed-properties.ts',
                include: [
                  'packages/*/test/**/*.test.{ts,tsx}',
                  'scripts/*.test.ts',
                  'examples/*/test/**/*.test.ts',
                  'docs/test/**/*.test.ts',
                ],
                exclude: ['**/*.browser.test.*', '**/*.e2e.test.*', '**/*.pg.test.*', '**/node_modules/**'],
                testTimeout: 20_000,
              },
            },
            {
              // Views, elements, storage and animation: a real Chromium.
              ...shared,
              test: {
                name: 'browser',
                include: [
                  'packages/*/test/**/*.browser.test.{ts,tsx}',
                  'examples/*/test/**/*.browser.test.ts',
                ],
                // They wait for wheels and flights more than they compute.
                maxWorkers: 3,
                testTimeout: 20_000,
                expect: { poll: { timeout: 10_000 } },
                // What only the full suite runs: a page has no `process` to ask.
                env: { FANFARE_FULL: process.env.FANFARE_FULL ?? '' },
                browser: {
                  enabled: true,
                  headless: true,
                  screenshotFailures: false,
                  viewport: { width: 375, height: 667 },
                  provider: playwright({
                    launchOptions: { executablePath: findChromium(), args: chromiumArgs },
                  }),
                  instances: [{ browser: 'chromium' }],
                },
              },
            },
            {
              // Concurrency and crash promises: a real PostgreSQL, started by the suite.
              ...node,
              test: {
                name: 'postgres',
                environment: 'node',
                setupFiles: 'scripts/seed-properties.ts',
                include: ['packages/*/test/**/*.pg.test.ts'],
                // Each file has a server of its own.
                maxWorkers: 2,
                testTimeout: 120_000,
                hookTimeout: 120_000,
              },
            },
            {
              // The built product as its users meet it: pages, processes, packed files, Chromium from outside.
              ...node,
              test: {
                name: 'e2e',
                environment: 'node',
                // Style sheets that the server sends; all others are empty here.
                css: { include: [/\.css\?raw$/] },
                include: [
                  'packages/*/test/**/*.e2e.test.ts',
                  'scripts/*.e2e.test.ts',
                  'examples/*/test/**/*.e2e.test.ts',
                  'docs/test/**/*.e2e.test.ts',
                ],
                // They wait for wheels and timers more than they compute.
                maxWorkers: 3,
                testTimeout: 90_000,
                // A page on a busy machine may take its time; a poll that succeeds ends at once.
                expect: { poll: { timeout: 10_000 } },
                hookTimeout: 90_000,
              },
            },
          ],
        },
      },
);
