// Brings a definition from a file into a store without an operator.
import { canonicalJson } from '../encode.js';
import type { Random } from '../ids.js';
import type { Store } from '../store.js';
import { parseDefinition } from './parse.js';
import { saveDefinition } from './save.js';

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
  return store.transaction(async (tx) => {
    const before = await tx.activity(definition.id);
    if (before && canonicalJson(before.definition) === canonicalJson(definition)) return before.version;
    const version = await saveDefinition(tx, definition, before, { now: clock, random });
    if (version === null)
      throw new Error(`[fanfare/server] "${definition.id}" was changed at the same time; run it again.`);
    return version;
  });
}
