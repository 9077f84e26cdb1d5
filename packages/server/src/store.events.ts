// The store's part in tracking: events are added, counted and looked through, never changed.

/** One event. `(project, id)` is unique for as long as the event is kept. */
export interface StoredEvent {
  project: string;
  /** The UTC day that the id itself tells (see `dayOfId`): the same for every copy of the event. */
  day: number;
  id: string;
  name: string;
  /** Page instance, and the event's number on it: 1, 2, 3 ... */
  pid: string;
  seq: number;
  /** When it happened (unix ms), by the server's clock: `received_at - (sent_at - created_at)`. */
  at: number;
  /** By the device's clock (unix ms). */
  created_at: number;
  sent_at: number;
  /** Unix ms. */
  received_at: number;
  /** From a verified token; what a page only says stands in `context`. */
  participant: string | null;
  activity: string | null;
  channel: string | null;
  visitor: string | null;
  /** Whether it breaks the plan. */
  quarantined: boolean;
  /** JSON. */
  context: string;
  /** JSON; null where the event has none. */
  props: string | null;
  /** What the page found wrong with it, as JSON; null for nothing. */
  invalid: string | null;
}

/** Events of a project that were received in a window of time (unix ms; `to` is outside). */
export interface EventWindow {
  project: string;
  from: number;
  to: number;
}

/** Running numbers of a page that never came, from the first to the last. */
export interface EventHole {
  pid: string;
  visitor: string | null;
  from: number;
  to: number;
}

/** Events that a device says it dropped. */
export interface EventDrop {
  visitor: string | null;
  reason: string;
  count: number;
}

/** How many events of a name came by a channel between two bounds. */
export interface EventCount {
  /** 0 for those from the first bound to the second, and so on. */
  bucket: number;
  name: string;
  channel: string | null;
  count: number;
  /** Those that break the plan; not in `count`. */
  quarantined: number;
}

/** What may be read of events. */
export interface EventReader {
  /** One event by its id; null when there is none. */
  event(project: string, id: string): Promise<StoredEvent | null>;
  /** Pages that sent something in the window, and their events in it. */
  eventTotals(window: EventWindow): Promise<{ pages: number; events: number }>;
  /**
   * Holes of the pages that sent something in the window: what is missing below the highest number of a page among
   * all that it sent until `to`. The largest first, at most `limit`.
   */
  eventHoles(window: EventWindow, limit: number): Promise<EventHole[]>;
  /** What `$dropped` events in the window tell, added up by visitor and reason. */
  eventDrops(window: EventWindow): Promise<EventDrop[]>;
  /**
   * Events by the time at which they happened, between bounds (unix ms, ascending, the last one outside); `activity`
   * null counts those of all. In the order of buckets, names and channels.
   */
  eventCounts(project: string, activity: string | null, bounds: readonly number[]): Promise<EventCount[]>;
}

/** What may be done with events. */
export interface EventTransaction {
  /**
   * Adds those of one project whose ids are not there yet, and answers their ids. No id may stand twice in the list.
   * Throws `LostRace` when another transaction adds one of them at the same time.
   */
  addEvents(events: readonly StoredEvent[]): Promise<Set<string>>;
  /** Makes room for the events of these days (see `dayOfId`); answers for how many there was none. */
  prepareEventDays(days: readonly number[]): Promise<number>;
}
