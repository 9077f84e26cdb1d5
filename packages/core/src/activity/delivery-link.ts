// Where the visitor came from: `?channel_id=...&invite=...` in the query, kept across pages until the end.
import type { Environment } from '../environment.js';

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
