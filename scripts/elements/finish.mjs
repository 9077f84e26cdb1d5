// What @fanfare/elements has beside its loader: the classic script, a description for editors, and hashes.
import { join } from 'node:path';
import { buildClassic } from './classic.mjs';
import { writeIntegrity } from './integrity.mjs';
import { writeManifest } from './manifest.mjs';

/**
 * @param {string} folder The package's.
 * @param {string} classic Source of the classic script.
 */
export async function finishElements(folder, classic) {
  await buildClassic(folder, classic);
  await writeManifest();
  const hashes = writeIntegrity(join(folder, 'dist'));
  for (const file of ['fanfare.js', 'fanfare.iife.js']) console.log(`  ${file} integrity="${hashes[file]}"`);
}
