// Where the visitor came from: `?channel_id=...&invite=...` in the query, kept across pages until the end.
import type { Environment } from '../environment.js';
import type { Activity } from './activity.js';

export interface DeliveryLink {
  channel?: string | undefined;
  invite?: string | undefined;
}

const tidy = (value: string | null | undefined) => (value && value.length <= 64 ? value : undefined);

/** Explicit beats the address, the address beats what is stored; of two inviters the first stays. */
export async function readDeliveryLink(
  activity: string,
  explicit: string | undefined,
  { storage, location }: Pick<Environment, 'storage' | 'location'>,
): Promise<DeliveryLink> {
  const query = location()?.searchParams;
  return storage.update<DeliveryLink>(`link:${activity}`, (stored) => ({
    channel: explicit ?? tidy(query?.get('channel_id')) ?? stored?.channel,
    invite: stored?.invite ?? tidy(query?.get('invite')),
  }));
}

/**
 * The address of another page, a live room say, with what this visitor came with: the channel, and the inviter who is
 * not answered yet. A page of another origin knows both only from its address, and hands them back the same way.
 *
 * @param url Absolute, or relative to the page.
 */
export async function carryLink(
  { id, channel, environment: { storage, location } }: Activity,
  url: string,
): Promise<string> {
  const next = new URL(url, location());
  const invite = (await storage.get<DeliveryLink>(`link:${id}`))?.invite;
  const from = channel.peek();
  if (from) next.searchParams.set('channel_id', from);
  if (invite) next.searchParams.set('invite', invite);
  return next.href;
}
