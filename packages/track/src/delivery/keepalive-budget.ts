// Keepalive requests of a page share a budget with each other: 65,536 bytes pass, 65,537 fail.
import { KEEPALIVE_BYTES } from '../limits.js';

export interface KeepaliveBudget {
  /** Takes so many bytes out; gives the function that puts them back, or undefined when they do not fit. */
  take(bytes: number): (() => void) | undefined;
  readonly left: number;
}

export function createKeepaliveBudget(): KeepaliveBudget {
  let left = KEEPALIVE_BYTES;
  return {
    get left() {
      return left;
    },
    take(bytes) {
      if (bytes > left) return undefined;
      left -= bytes;
      return () => {
        left += bytes;
      };
    },
  };
}
