// Every number of the tracking client in one place, with its reason.

/** Events in one request. */
export const BATCH_EVENTS = 100;
/** Bytes in one request, before compression. */
export const BATCH_BYTES = 256 * 1024;
/** Keepalive requests and beacons of a page share 65,536 bytes; this leaves some for the host's own. */
export const KEEPALIVE_BYTES = 56 * 1024;
/** A smaller body is not worth compressing. */
export const GZIP_FROM_BYTES = 1024;

/** Events kept on a device; beyond, the oldest of the lowest priority go. */
export const STORE_EVENTS = 2000;
/** Bytes kept on a device. */
export const STORE_BYTES = 2 * 1024 * 1024;
/** What an event of an earlier page is taken for until its size is known. */
export const USUAL_EVENT_BYTES = 600;
/** Older events go unsent: Safari wipes storage after seven days anyway, and the server forgets ids after fourteen. */
export const STORE_AGE_MS = 7 * 24 * 3_600_000;
/** A larger event is refused. */
export const EVENT_BYTES = 16 * 1024;
/** Events kept in memory where storage fails. */
export const MEMORY_EVENTS = 200;
/** Rejected events kept for the overlay and for support. */
export const DEAD_EVENTS = 50;
/** Events written to localStorage in the last moment, and their bytes. */
export const AIRBAG_EVENTS = 32;
export const AIRBAG_BYTES = 64 * 1024;

/** Few events wait this long for company. */
export const FLUSH_MS = 5000;
/** Enough for a batch: a moment later, so that a burst travels together. */
export const FULL_MS = 1000;
export const FULL_EVENTS = 20;
export const FULL_BYTES = 48 * 1024;
/** Draws, check-ins and invites. */
export const URGENT_MS = 200;
/** What is only in memory goes soon. */
export const LOOSE_MS = 1000;
/** Leftovers of an earlier page go within this time, at a random moment. */
export const STARTUP_MS = 1500;

/** Nothing is due: the first event will be earlier. */
export const NEVER_MS = 1e9;

/** One attempt may take this long. */
export const ATTEMPT_MS = 15_000;
/** First and longest limit of a random wait after a failure. */
export const BACKOFF_MS = 1000;
export const BACKOFF_MAX_MS = 5 * 60_000;
/** A lease without Web Locks is over after this time. */
export const LEASE_MS = 20_000;
/** A lock whose holder said nothing for this long is taken from it: a frozen tab keeps its locks. */
export const STEAL_MS = 30_000;
/** Another tab is sending: look again. */
export const BUSY_MS = 2500;
/** What was sent while leaving, its answer unread, is most likely there: send it again only after this time. */
export const HOLD_MS = 60_000;
/** IndexedDB may neither open nor fail. */
export const PATIENCE_MS = 2000;
/** Storage that failed is tried again after this time. */
export const RETRY_STORAGE_MS = 30_000;
/** A session ends after this time without an event. */
export const SESSION_MS = 30 * 60_000;
