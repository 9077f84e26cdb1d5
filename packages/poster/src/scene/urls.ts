// Addresses come from data, so they are foreign: a poster neither loads nor spreads a script.
import { FanfareError } from '@fanfare/core/errors';

const scheme = (text: string) =>
  /^\s*([a-z][a-z\d+.-]*):/i.exec(text.replace(/[^!-~]/g, ''))?.[1]?.toLowerCase();

/** The address of a picture, if it is one that may be loaded. */
export function checkPicture(address: string, name: string): string {
  const kind = scheme(address);
  const allowed =
    kind === undefined ||
    kind === 'https' ||
    kind === 'http' ||
    kind === 'blob' ||
    /^data:image\//i.test(address);
  if (!allowed) throw refused(name, kind, 'Use an https:, blob: or data:image/ address.');
  return address;
}

/** The text of a QR code: an http(s) link, or a text that is no link at all. */
export function checkLink(text: string, name: string): string {
  const trimmed = text.trim();
  if (!trimmed)
    throw new FanfareError(
      'poster',
      'qr_empty',
      `${name}: the QR code has nothing to say. Give its link in the data.`,
    );
  const kind = scheme(trimmed);
  if (kind !== undefined && kind !== 'https' && kind !== 'http')
    throw refused(name, kind, 'Use an https: link or plain text.');
  return trimmed;
}

const refused = (name: string, kind: string | undefined, fix: string) =>
  new FanfareError(
    'poster',
    'link_refused',
    `${name}: an address starting with "${kind}:" is refused. ${fix}`,
  );
