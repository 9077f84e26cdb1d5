// What went wrong, for people and for developers.
import type { Trouble } from './poster.state.js';

/** A code of the painter and the layer that its message names. */
export function troubleOf(error: unknown): Trouble {
  const { code = 'broken', message = String(error) } = Object(error) as Partial<Trouble>;
  const layer = /Layer (?:"[^"]*"|[\d.]+(?: \([^)]*\))?)/.exec(message)?.[0];
  return { code: typeof code === 'string' ? code : 'broken', message, layer };
}
