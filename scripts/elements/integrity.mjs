// Subresource integrity: what `integrity=` on a script tag must say, for every file of a release.
import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { filesUnder } from '../files.mjs';

/**
 * Writes `integrity.json` into a folder of scripts and answers with the hashes by file.
 * @param {string} folder
 */
export function writeIntegrity(folder) {
  const hashes = Object.fromEntries(
    filesUnder(folder)
      .filter((file) => file.endsWith('.js'))
      .map((file) => [
        relative(folder, file),
        `sha384-${createHash('sha384').update(readFileSync(file)).digest('base64')}`,
      ])
      .sort(([a = ''], [b = '']) => (a < b ? -1 : 1)),
  );
  writeFileSync(join(folder, 'integrity.json'), `${JSON.stringify(hashes, null, 2)}\n`);
  return hashes;
}
