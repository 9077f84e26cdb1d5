// A participant's salt: made from the activity's secret, so it stands before the first draw and needs no row.
import { fromHex, hmacSha256, toHex } from '@fanfare/protocol/verify';
import type { StoredActivity } from '../store.js';

const BYTES = 16;

/** 128 bits, hex. Told to the participant alone. */
export const saltOf = ({ salt_key }: Pick<StoredActivity, 'salt_key'>, participant: string): string =>
  toHex(hmacSha256(fromHex(salt_key), participant).subarray(0, BYTES));
