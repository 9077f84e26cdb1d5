// Ids and codes, from the app's own clock and random source.
import { toBase64Url, toHex } from './encode.js';

/** A source of random bytes. */
export type Random = (bytes: number) => Uint8Array<ArrayBuffer>;

/** Crockford's alphabet: no I, L, O, U, so that a code can be read out and typed. */
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** Prefix of guests' ids; no host token may name a participant that begins with it. */
export const GUEST_PREFIX = 'guest_';

/** A UUIDv7: sorts by time. */
export function uuidv7(now: number, random: Random): string {
  const bytes = random(16);
  for (let at = 0; at < 6; at++) bytes[at] = Math.floor(now / 2 ** (8 * (5 - at))) % 256;
  bytes[6] = (bytes[6]! & 0x0f) | 0x70;
  bytes[8] = (bytes[8]! & 0x3f) | 0x80;
  const hex = toHex(bytes);
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
}

/** A random code of 5 bits a character. 32 divides 256, so every character is equally likely. */
export const randomCode = (length: number, random: Random): string =>
  Array.from(random(length), (byte) => ALPHABET[byte & 31]).join('');

/** An invite code: 65 random bits. */
export const inviteCode = (random: Random): string => randomCode(13, random);

/** What support asks for: `K3VD-9Q0T-7XWA`, 60 random bits. */
export const receiptCode = (random: Random): string =>
  (randomCode(12, random).match(/.{4}/g) ?? []).join('-');

/** A guest's secret: 256 random bits. */
export const guestSecret = (random: Random): string => toBase64Url(random(32));
