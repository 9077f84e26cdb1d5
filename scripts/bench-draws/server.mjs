// The server's sources as one file, with keys and tokens for it.
import { readFileSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';

const server = join(import.meta.dirname, '../../packages/server');
const ofServer = createRequire(join(server, 'package.json'));
export const pg = ofServer('pg');

const SECRET = 'participant-secret-of-the-benchmark-0123456789';
export const keys = {
  participant: [{ alg: 'HS256', secret: SECRET }],
  guest: 'guest-secret-of-the-benchmark-0123456789',
  host: [],
  admin: [],
};

export async function signToken(/** @type {string} */ sub) {
  const { SignJWT } = await import(pathToFileURL(ofServer.resolve('jose')).href);
  const now = Math.floor(Date.now() / 1000);
  return new SignJWT({ sub, aud: 'bench', iat: now, exp: now + 3600 })
    .setProtectedHeader({ alg: 'HS256' })
    .sign(new TextEncoder().encode(SECRET));
}

export const signTokens = (/** @type {number} */ count) =>
  Promise.all(Array.from({ length: count }, (_, n) => signToken(`p${n + 1}`)));

/** Vite's `?raw`: a file as its text. */
const raw = {
  name: 'raw',
  setup(builder) {
    builder.onResolve({ filter: /\?raw$/ }, ({ path, resolveDir }) => ({
      path: join(resolveDir, path.replace(/\?raw$/, '')),
      namespace: 'raw',
    }));
    builder.onLoad({ filter: /.*/, namespace: 'raw' }, ({ path }) => ({
      contents: readFileSync(path, 'utf8'),
      loader: 'text',
    }));
  },
};

/** The server's sources as one file. */
export async function loadServer() {
  const folder = join(server, 'node_modules/.fanfare-bench');
  await mkdir(folder, { recursive: true });
  const outfile = join(folder, 'server.mjs');
  await build({
    stdin: {
      contents: `
        export { createApp, seedDefinition } from './src/index.js';
        export { postgresStore } from './src/postgres/index.js';
        export { serve } from './src/node/serve.js';
        export { dayKeyAt } from '@fanfare/protocol';
        export { Hono } from 'hono';`,
      resolveDir: server,
    },
    outfile,
    bundle: true,
    platform: 'node',
    format: 'esm',
    target: 'node20',
    conditions: ['@fanfare/source'],
    external: ['pg', 'kysely', '@electric-sql/pglite'],
    plugins: [raw],
    logLevel: 'error',
  });
  return import(pathToFileURL(outfile).href);
}
