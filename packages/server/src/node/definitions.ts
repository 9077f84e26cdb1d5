// Definitions from files: one JSON file, or a folder whose JSON files are all definitions.
import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { DefinitionError } from '../activity/parse.js';
import { seedDefinition } from '../activity/seed.js';
import type { Store } from '../store.js';

/** A definition that was brought into the store. */
export interface SeededDefinition {
  file: string;
  id: string;
  version: number;
}

async function filesOf(path: string): Promise<string[]> {
  const found = await stat(path).catch(() => {
    throw new Error(
      `[fanfare/server] there is no definition at ${path}. Give a JSON file or a folder of them.`,
    );
  });
  if (!found.isDirectory()) return [path];
  const names = await readdir(path, { recursive: true });
  return names
    .filter((name) => name.endsWith('.json'))
    .sort()
    .map((name) => join(path, name));
}

function parseJson(text: string, file: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new Error(`[fanfare/server] ${file} is not JSON: ${(error as Error).message}`);
  }
}

/** Stores every definition under `path`. All files are read and judged; then one error tells of all problems. */
export async function loadDefinitions(store: Store, path: string): Promise<SeededDefinition[]> {
  const seeded: SeededDefinition[] = [];
  const problems: string[] = [];
  for (const file of await filesOf(path)) {
    try {
      const json = parseJson(await readFile(file, 'utf8'), file);
      const version = await seedDefinition(store, json, { source: file });
      seeded.push({ file, id: (json as { id: string }).id, version });
    } catch (error) {
      if (!(error instanceof DefinitionError) && !String(error).includes('is not JSON')) throw error;
      problems.push((error as Error).message);
    }
  }
  if (problems.length) throw new Error(problems.join('\n'));
  return seeded;
}
