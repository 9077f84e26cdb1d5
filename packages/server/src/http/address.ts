// What an address may hold. NUL is legal there and in JSON, but no text column takes it.
import { refuse } from './refusal.js';

/** Refuses an address that can name nothing: NUL in a part of its path (but the activity's, which has a pattern), or in its query. */
export function requireNameable(
  { activity: _, ...parts }: Record<string, string>,
  query: URLSearchParams,
): void {
  if (Object.values(parts).some((part) => part.includes('\0'))) refuse('not_found');
  for (const [name, value] of query)
    if (name.includes('\0') || value.includes('\0'))
      refuse('invalid', { detail: 'The query has a NUL character.' });
}
