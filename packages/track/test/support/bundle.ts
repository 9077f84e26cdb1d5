// The tracking client as one script for a page, from its sources. A mutation breaks it on purpose: each fault test
// was seen to fail with the one that it is there to catch.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { build, type Plugin } from 'esbuild';
import { type MutationName, mutations } from './mutations.js';

const source = join(import.meta.dirname, '../../src');

const mutate = (names: MutationName[]): Plugin => ({
  name: 'mutation',
  setup({ onLoad }) {
    onLoad({ filter: /packages\/track\/src\/.*\.ts$/ }, ({ path }) => {
      let contents = readFileSync(path, 'utf8');
      for (const name of names) {
        const { file, from, to } = mutations[name];
        if (!path.endsWith(`/src/${file}`)) continue;
        if (!contents.includes(from)) throw new Error(`mutation ${name}: ${file} has no "${from}"`);
        contents = contents.replace(from, to);
      }
      return { contents, loader: 'ts' };
    });
  },
});

/** What Vite does with `style.css?inline`. */
export const inlineCss: Plugin = {
  name: 'inline css',
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /\.css\?inline$/ }, ({ path, resolveDir }) => ({
      path: join(resolveDir, path.replace('?inline', '')),
    }));
    onLoad({ filter: /\.css$/ }, ({ path }) => ({ contents: readFileSync(path, 'utf8'), loader: 'text' }));
  },
};

/** Sets `window.track` to the package's exports. `FANFARE_MUTATION=<name>` breaks it, `<name> + <name>` in two ways. */
export async function bundleTracker(): Promise<string> {
  const broken = (process.env.FANFARE_MUTATION?.split(' + ') ?? []) as MutationName[];
  const { outputFiles } = await build({
    stdin: { contents: `export * from ${JSON.stringify(join(source, 'index.ts'))};`, resolveDir: source },
    bundle: true,
    write: false,
    format: 'iife',
    globalName: 'track',
    target: 'es2020',
    conditions: ['@fanfare/source'],
    logLevel: 'error',
    plugins: [inlineCss, ...(broken.length ? [mutate(broken)] : [])],
  });
  return outputFiles[0]!.text;
}
