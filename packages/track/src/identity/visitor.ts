// Who comes back to this device, and by which channel first and last.
import type { OpenWorld } from '@fanfare/core/environment';
import { createId } from '@fanfare/core/identifier';
import type { Local } from '../intake/local.js';

export interface Visitor {
  visitor: string;
  /** The channel of the first visit. */
  channel_first?: string | undefined;
  /** The channel of this visit, else of the one before. */
  channel?: string | undefined;
}

/** Reads who it is, and keeps what is new. Only with consent. */
export function recognise(
  local: Local,
  name: string,
  channel: string | undefined,
  world: OpenWorld,
): Visitor {
  let old: Partial<Visitor> = {};
  try {
    old = Object(JSON.parse(local.read(name) || '{}'));
  } catch {
    // Somebody else wrote there: a new visitor.
  }
  const visitor: Visitor = {
    visitor: old.visitor || createId(world),
    channel_first: old.channel_first || channel,
    channel: channel || old.channel,
  };
  local.write(name, JSON.stringify(visitor));
  return visitor;
}

/** `channel_id` of the page's address, in the standard form of delivery links. */
export function channelOf(location: URL | undefined): string | undefined {
  const channel = location?.searchParams.get('channel_id');
  return channel && channel.length <= 64 ? channel : undefined;
}
