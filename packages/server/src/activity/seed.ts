// Brings a definition from a file into a store without an operator.
import { canonicalJson } from '@fanfare/protocol/verify';
import type { Random } from '../ids.js';
import type { Store } from '../store.js';
import { parseDefinition } from './parse.js';
import { saveDefinition } from './save.js';

const ATTEMPTS = 5;

/** How a definition is brought in. */
export interface SeedOptions {
  /** Says in messages whose definition it is, e.g. the file's name. */
  source?: string;
  /** Unix ms. @default Date.now */
  clock?: () => number;
  /** @default crypto.getRandomValues */
  random?: Random;
}

/**
 * Stores a definition, unless the newest version says the same already. Answers its version. Throws a
 * `DefinitionError` that names each wrong field.
 */
export async function seedDefinition(
  store: Store,
  json: unknown,
  {
    source,
    clock = Date.now,
    random = (bytes) => crypto.getRandomValues(new Uint8Array(bytes)),
  }: SeedOptions = {},
): Promise<number> {
  const definition = parseDefinition(json, source);
  // Copies of a server start at once and bring the same file: who comes second finds it stored and is content.
  for (let left = ATTEMPTS; left > 0; left--) {
    const version = await store.transaction(async (tx) => {
      const before = await tx.activity(definition.id);
      if (before && canonicalJson(before.definition) === canonicalJson(definition)) return before.version;
      return saveDefinition(tx, definition, before, { now: clock, random });
    });
    if (version !== null) return version;
  }
  throw new Error(`[fanfare/server] "${definition.id}" keeps being changed by others; run it again.`);
}
