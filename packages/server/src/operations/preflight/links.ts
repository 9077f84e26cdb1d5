// Does every address that people are sent to lead somewhere?
import type { Definition } from '@fanfare/protocol';
import { type Finding, finding } from './finding.js';

/** Asks for an address; answers its status, or what went wrong in words. */
export type Visit = (url: string) => Promise<number | string>;

/** Every address in a definition, with where it stands. */
function addressesIn(value: unknown, path: string[] = []): [string, string][] {
  if (typeof value === 'string') return /^https?:\/\//.test(value) ? [[path.join('.'), value]] : [];
  if (!value || typeof value !== 'object') return [];
  return Object.entries(value)
    .filter(([key]) => key !== 'origins')
    .flatMap(([key, inner]) => addressesIn(inner, [...path, key]));
}

/** Visits every address once. */
export async function linksOf(definition: Definition, visit: Visit): Promise<Finding[]> {
  const places = new Map<string, string[]>();
  for (const [path, url] of addressesIn(definition)) places.set(url, [...(places.get(url) ?? []), path]);
  return Promise.all(
    [...places].map(async ([url, paths]) => {
      const answer = await visit(url);
      const isThere = typeof answer === 'number' && answer < 400;
      return finding('links', 'operator', isThere, {
        pass: `${url} answers ${answer}`,
        fail: `${url} (${paths.join(', ')}) ${typeof answer === 'number' ? `answers ${answer}` : answer}. Correct it, or put the page there.`,
      });
    }),
  );
}
