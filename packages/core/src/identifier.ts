import type { Environment } from './environment.js';

/** A UUIDv7 (RFC 9562): sortable by time, 74 random bits. Works where `crypto.randomUUID` is missing (plain http). */
export function createId({ wall, random }: Pick<Environment, 'wall' | 'random'>): string {
  const hex = (value: number, length: number) => value.toString(16).padStart(length, '0');
  const part = (length: number) => hex(Math.floor(random() * 16 ** length), length);
  const time = hex(wall(), 12);
  const variant = hex(8 + Math.floor(random() * 4), 1);
  return `${time.slice(0, 8)}-${time.slice(8)}-7${part(3)}-${variant}${part(3)}-${part(6)}${part(6)}`;
}
