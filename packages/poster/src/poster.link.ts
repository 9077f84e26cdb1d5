// The address in the QR code: the participant's own invite link, or the landing page, with the channel.
import type { Invite, PublicActivity } from '@fanfare/protocol';

/** @param channel Where friends will come from; left out when it is not known. */
export function inviteLink(
  { landing }: Pick<PublicActivity, 'landing'>,
  invite: Pick<Invite, 'code' | 'url'> | undefined,
  channel: string | undefined,
): string | undefined {
  const link = webLink(invite?.url ?? landing);
  if (!link) return undefined;
  const url = new URL(link);
  if (invite) url.searchParams.set('invite', invite.code);
  if (channel) url.searchParams.set('channel_id', channel);
  return url.href;
}

/** The text as it is if it is an address of the web, which alone may be spread. */
export function webLink(text: unknown): string | undefined {
  try {
    return /^https?:$/.test(new URL(String(text)).protocol) ? String(text) : undefined;
  } catch {
    return undefined;
  }
}
