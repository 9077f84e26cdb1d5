import type { Row } from '../event/row.js';
import { FLUSH_MS, FULL_BYTES, FULL_EVENTS, FULL_MS, URGENT_MS } from '../limits.js';

/** How soon an event asks to be sent: what matters at once, a full batch a moment later, the rest in company. */
export function createPace(): (row: Row) => number {
  let events = 0;
  let bytes = 0;
  return ({ key, json }) => {
    events++;
    bytes += json.length;
    const isFull = events >= FULL_EVENTS || bytes >= FULL_BYTES;
    if (isFull) events = bytes = 0;
    if (key[0] === '0') return URGENT_MS;
    return isFull ? FULL_MS : FLUSH_MS;
  };
}
