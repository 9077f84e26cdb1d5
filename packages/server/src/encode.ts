// Bytes, text and hashes by web crypto alone, so that the app runs in Node and in a page.
import { toHex } from '@fanfare/protocol/verify';

export { fromHex, toHex } from '@fanfare/protocol/verify';

const encoder = new TextEncoder();

/** UTF-8 bytes of a text. */
export const bytesOf = (text: string): Uint8Array<ArrayBuffer> => encoder.encode(text);

/** Base64url without padding. */
export const toBase64Url = (bytes: Uint8Array): string =>
  btoa(String.fromCharCode(...bytes))
    .replace(/\+/g, '-')
    .replace(/\//g, '_')
    .replace(/=+$/, '');

/** SHA-256 of a text's UTF-8 bytes, or of bytes. */
export async function sha256(data: string | Uint8Array<ArrayBuffer>): Promise<Uint8Array<ArrayBuffer>> {
  return new Uint8Array(
    await crypto.subtle.digest('SHA-256', typeof data === 'string' ? bytesOf(data) : data),
  );
}

/** SHA-256 as hex. */
export const sha256Hex = async (data: string | Uint8Array<ArrayBuffer>): Promise<string> =>
  toHex(await sha256(data));

/** HMAC-SHA256 of a text. */
export async function hmacSha256(
  key: Uint8Array<ArrayBuffer>,
  text: string,
): Promise<Uint8Array<ArrayBuffer>> {
  const imported = await crypto.subtle.importKey('raw', key, { name: 'HMAC', hash: 'SHA-256' }, false, [
    'sign',
  ]);
  return new Uint8Array(await crypto.subtle.sign('HMAC', imported, bytesOf(text)));
}
