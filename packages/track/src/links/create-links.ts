// Delivery links in the standard form: `?channel_id=<id>&invite=<code>` in the query, never the hash.
import { FanfareError } from '@fanfare/core/errors';
import type { encodeQr } from '@fanfare/core/qr';

export interface Channel {
  /** Short and plain: letters, digits, `-` and `_`, up to 64. */
  id: string;
  /** For people: "Official account, menu". */
  name?: string;
}

export interface ChannelLink {
  channel: string;
  name: string;
  url: string;
  /** The link as a QR code's modules; the encoder is loaded on first use. */
  qr(): Promise<ReturnType<typeof encodeQr>>;
}

/** What a channel's id may look like. */
export const CHANNEL_ID = /^[a-z0-9][a-z0-9_-]{0,63}$/i;

/**
 * One link for each channel.
 *
 * @param base The landing page; its own query stays.
 * @param channels Ids, or ids with names.
 * @param options An invite code that goes with every link.
 * @throws FanfareError `config_invalid` for a base that is no https page, an id of another form, or one named twice.
 */
export function createChannelLinks(
  base: string,
  channels: readonly (string | Channel)[],
  { invite }: { invite?: string } = {},
): ChannelLink[] {
  const landing = parse(base);
  if (!landing || !/^https?:$/.test(landing.protocol))
    throw misuse(`"base" expected the address of a page, got "${base}". Give it with https://.`);
  const seen = new Set<string>();
  return channels.map((one) => {
    const { id, name = id } = typeof one === 'string' ? { id: one } : one;
    if (!CHANNEL_ID.test(id))
      throw misuse(`"channels" expected ids of letters, digits, - and _, got "${id}". Rename the channel.`);
    if (seen.has(id.toLowerCase()))
      throw misuse(`"channels" names "${id}" twice. Give each delivery its own id.`);
    seen.add(id.toLowerCase());
    const url = new URL(landing);
    url.searchParams.set('channel_id', id);
    if (invite) url.searchParams.set('invite', invite);
    return {
      channel: id,
      name,
      url: url.href,
      qr: async () => (await import('@fanfare/core/qr')).encodeQr(url.href),
    };
  });
}

const misuse = (message: string) => new FanfareError('track', 'config_invalid', message);

export function parse(address: string): URL | undefined {
  try {
    return new URL(address);
  } catch {
    return undefined;
  }
}
