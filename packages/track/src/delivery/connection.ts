import type { OpenWorld } from '@fanfare/core/environment';
import type { TrackConnection } from '@fanfare/core/track';
import type { Connection } from './post.js';

/** The way to the backend that a host or an activity was given; undefined where it has none for events. */
export function connectionOf(
  given: TrackConnection | undefined,
  { fetch }: Pick<OpenWorld, 'fetch'>,
): Connection | undefined {
  if (!given) return undefined;
  const { endpoint = '', transport } = given;
  if (typeof transport === 'function')
    return { endpoint: endpoint || 'https://in-page.invalid', fetch: transport };
  if (transport) {
    const hasRoute = !transport.routes || transport.routes.includes('track.batch');
    return hasRoute ? { endpoint, fetch, transport } : undefined;
  }
  return endpoint ? { endpoint, fetch } : undefined;
}
