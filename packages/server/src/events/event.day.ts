// The day that a table of events is cut by. It is read from the id alone, so that every copy of an event, whenever
// and by whomever it is sent, meets the same key: `(project, day, id)` is unique exactly when `(project, id)` is.

const DAY_MS = 86_400_000;
const UUID_V7 = /^([0-9a-f]{8})-([0-9a-f]{4})-7[0-9a-f]{3}-/i;

/** Days from 1970-01-01 (UTC) to a time (unix ms). */
export const dayOfTime = (ms: number): number => Math.floor(ms / DAY_MS);

/** Days from 1970-01-01 (UTC) to the time that a UUIDv7 carries; 0 for any other id. */
export function dayOfId(id: string): number {
  const parts = UUID_V7.exec(id);
  return parts ? dayOfTime(Number.parseInt(`${parts[1]}${parts[2]}`, 16)) : 0;
}
