// Looks through delivery links before launch: a wrong channel id is a channel without figures.
import { CHANNEL_ID, parse } from './create-links.js';
import { distance, skeleton } from './similar.js';

export type LinkProblem =
  /** Not an address of a page. */
  | 'malformed'
  /** No channel id, or one in the hash, where nobody reads it. */
  | 'missing'
  /** A character that does not belong into an id. */
  | 'invalid'
  /** The id stands in an earlier link too. */
  | 'duplicate'
  /** Not a known id, but nearly one. */
  | 'misspelt'
  /** Looks like another id and is not: case, invisible or foreign characters. */
  | 'lookalike'
  /** Not a known id at all. */
  | 'unknown';

export interface LinkFinding {
  /** Position in the list. */
  index: number;
  url: string;
  problem: LinkProblem;
  channel?: string | undefined;
  /** The id that was probably meant. */
  suggestion?: string | undefined;
}

/**
 * Flags every link whose channel id is missing, duplicate, misspelt or easy to take for another. Empty is good.
 *
 * @param list The links as they will be delivered.
 * @param known Ids of the plan; without them links are compared with each other only.
 */
export function inspectLinks(list: readonly string[], known: readonly string[] = []): LinkFinding[] {
  const seen: string[] = [];
  return list.flatMap((url, index) => {
    const finding = (problem: LinkProblem, channel?: string, suggestion?: string) => [
      { index, url, problem, channel, suggestion },
    ];
    const address = parse(url);
    if (!address || !/^https?:$/.test(address.protocol)) return finding('malformed');
    const ids = address.searchParams.getAll('channel_id');
    const channel = ids[0];
    if (!channel) return finding('missing', undefined, /channel_id=([\w-]+)/.exec(address.hash)?.[1]);
    const earlier = [...seen];
    seen.push(channel);
    if (ids.length > 1 || earlier.includes(channel)) return finding('duplicate', channel);
    if (known.includes(channel)) return [];
    const twin = [...known, ...earlier].find((id) => skeleton(id) === skeleton(channel));
    if (twin) return finding('lookalike', channel, twin);
    if (!CHANNEL_ID.test(channel)) return finding('invalid', channel);
    if (known.length === 0) return [];
    const nearest = [...known].sort((a, b) => distance(a, channel) - distance(b, channel))[0]!;
    return distance(nearest, channel) <= Math.max(1, channel.length / 4)
      ? finding('misspelt', channel, nearest)
      : finding('unknown', channel);
  });
}
