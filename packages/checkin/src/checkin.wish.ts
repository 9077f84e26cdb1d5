// What a person may ask the backend for, and the request that says so.
import type { Route } from '@fanfare/protocol';
import { checkinCreate, shopExchange } from '@fanfare/protocol/routes';

/** How a make-up is paid: by a free one of the lap, points, or valid friends. */
export type Pay = 'quota' | 'points' | 'invite';

/** A picture as it is kept: older devices keep bytes, but no files. */
export interface Picture {
  type: string;
  bytes: ArrayBuffer;
}

export type Wish =
  /** `photos` are pictures that wait to be uploaded; then they become `uploads`. */
  | { kind: 'today'; text?: string; photos?: readonly Picture[]; uploads?: readonly string[] }
  | { kind: 'make_up'; day: string; pay: Pay }
  | { kind: 'exchange'; item: string };

/** Two taps for the same thing have the same name: the second takes the first one's key. */
export function nameOf(wish: Wish): string {
  if (wish.kind === 'today') {
    const photos = wish.photos?.map(({ type, bytes }) => [type, bytes.byteLength]);
    return hasContent(wish) ? `today:${JSON.stringify({ ...wish, photos })}` : 'today';
  }
  return wish.kind === 'make_up' ? `make_up:${wish.day}:${wish.pay}` : `exchange:${wish.item}`;
}

/** Whether words or pictures go with it. */
export const hasContent = (wish: Wish): boolean =>
  wish.kind === 'today' && !!(wish.text || wish.photos?.length || wish.uploads?.length);

/** The request of a wish. The page's channel goes along; what it is worth is the backend's word. */
export function requestOf(
  wish: Wish,
  channel: string | undefined,
): {
  route: Route<'checkin.create'> | Route<'shop.exchange'>;
  params?: Record<string, string>;
  body: Record<string, unknown>;
} {
  if (wish.kind === 'exchange') return { route: shopExchange, params: { item: wish.item }, body: {} };
  const { kind: _, ...rest } = wish.kind === 'today' ? { ...wish, photos: undefined } : wish;
  return { route: checkinCreate, body: { ...rest, ...(channel && { channel }) } };
}
