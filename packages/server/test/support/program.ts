// Starts a TypeScript program of the tests as a process of its own.
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, readFile } from 'node:fs/promises';
import { basename, join, resolve } from 'node:path';
import { createInterface } from 'node:readline';
import { build, type Plugin } from 'esbuild';

const support = import.meta.dirname;
/** Inside the package, so that its dependencies are found; not in version control. */
const output = join(support, '../../node_modules/.fanfare-test');

/** `./file?raw` is a file's text, as Vite has it. */
const rawFiles: Plugin = {
  name: 'raw',
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /\?raw$/ }, ({ path, resolveDir }) => ({
      path: resolve(resolveDir, path.replace(/\?raw$/, '')),
      namespace: 'raw',
    }));
    onLoad({ filter: /./, namespace: 'raw' }, async ({ path }) => ({
      contents: await readFile(path, 'utf8'),
      loader: 'text',
    }));
  },
};

/** Compiles `<name>.ts` of this folder into one file and answers its path. */
export async function buildProgram(name: string): Promise<string> {
  await mkdir(output, { recursive: true });
  const outfile = join(output, `${basename(name)}.mjs`);
  await build({
    entryPoints: [join(support, `${name}.ts`)],
    outfile,
    bundle: true,
    platform: 'node',
    format: 'esm',
    target: 'node20',
    conditions: ['@fanfare/source'],
    // These bring files of their own, or are CommonJS.
    external: ['pg', 'kysely', '@electric-sql/pglite'],
    plugins: [rawFiles],
    logLevel: 'error',
  });
  return outfile;
}

/** A process that has said its first line. */
export interface Program {
  /** The first line. */
  said: string;
  /** How it ended: its exit code, or the signal that killed it. */
  ended: Promise<number | string>;
  /** Kills it. */
  kill(): Promise<void>;
}

/** Starts a compiled program and waits for its first line. */
export async function startProgram(file: string, env: Record<string, string>): Promise<Program> {
  const child: ChildProcess = spawn(process.execPath, [file], {
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let complaints = '';
  child.stderr?.on('data', (text) => {
    complaints += text;
  });
  const ended = once(child, 'exit').then(([code, signal]) => signal ?? code);
  const lines = createInterface({ input: child.stdout! });
  const said = await Promise.race([
    once(lines, 'line').then(([line]) => String(line)),
    ended.then(() => null),
  ]);
  if (said === null) throw new Error(`${basename(file)} ended before it said anything:\n${complaints}`);
  return {
    said,
    ended,
    async kill() {
      child.kill('SIGKILL');
      await ended;
    },
  };
}
