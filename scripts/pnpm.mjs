// The one pnpm that this workspace uses: the version in package.json's `packageManager`, through npx.
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

const root = resolve(import.meta.dirname, '..');

/** The command that runs pnpm and the arguments that come before its own. */
export function pnpm() {
  // Inside a script that pnpm runs, the very same pnpm is at hand and starts a second faster than npx.
  const own = process.env.npm_execpath;
  if (own && /pnpm[^/\\]*\.c?js$/.test(own)) return { command: process.execPath, prefix: [own] };
  const { packageManager } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  const npx = process.platform === 'win32' ? 'npx.cmd' : 'npx';
  return { command: npx, prefix: ['--yes', packageManager] };
}
