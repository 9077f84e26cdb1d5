// Calls from before the tracker is loaded. They wait here, on the page's own running numbers, until a tracker takes
// them over; a page that is left before sends them by beacon. Both make the same ids, so nothing is counted twice.
import { createId } from '@fanfare/core/identifier';
import { createEventIds } from '../event/event-id.js';
import { writeProperties } from '../event/properties.js';
import type { Kept } from '../intake/keeper.js';

/** Takes an event that happened at a time (unix ms). */
export type Take = (name: string, properties: object | undefined, time?: number) => Promise<Kept>;

export interface TrackStubOptions {
  /** The publishable key, as the tracker has it. */
  key: string;
  /** Base URL of the backend. Without it a page that is left before the tracker is there sends nothing. */
  endpoint?: string | undefined;
  /** False keeps calls in memory and sends nothing: the tracker asks for consent. @default true */
  consent?: boolean | undefined;
}

/** What goes to the tracker as `early`. */
export interface TrackStub {
  /** The page instance: the tracker takes it over. */
  readonly pid: string;
  /** As `tracker.track`; settles once a tracker has taken it. Never throws. */
  track(name: string, properties?: object): Promise<Kept>;
  /** Hands over what waits, and from then on everything. Called by the tracker. */
  handTo(take: Take): void;
}

const random = () => crypto.getRandomValues(new Uint32Array(1))[0]! / 2 ** 32;

/** Makes the queue; load the rest when the page has done its own work. */
export function createTrackStub({ key, endpoint, consent = true }: TrackStubOptions): TrackStub {
  const newId = () => createId({ wall: Date.now, random });
  const pid = newId();
  const idOf = createEventIds(pid);
  const waiting: [
    name: string,
    properties: object | undefined,
    time: number,
    settle: (kept: Promise<Kept>) => void,
  ][] = [];
  let taker: Take | undefined;

  /** Whose events these are, if an earlier page has kept it. */
  const context = () => {
    try {
      return JSON.parse(localStorage.getItem(`fanfare-track-${key}`) || '{}');
    } catch {
      return {};
    }
  };
  const leave = () => {
    if (taker || !endpoint || !consent || !waiting.length) return;
    const events = waiting.map(([name, properties, time], at) => ({
      id: idOf(time, at + 1),
      name,
      created_at: new Date(time).toISOString(),
      pid,
      seq: at + 1,
      props: JSON.parse(writeProperties(properties).json || '{}'),
    }));
    const sent_at = new Date().toISOString();
    const body = JSON.stringify({ key, batch_id: newId(), sent_at, context: context(), events });
    navigator.sendBeacon(`${endpoint}/v1/events`, body);
  };
  addEventListener('pagehide', leave);

  return {
    pid,
    track: (name, properties) =>
      taker
        ? taker(name, properties)
        : new Promise((settle) => void waiting.push([name, properties, Date.now(), settle])),
    handTo(take) {
      taker = take;
      removeEventListener('pagehide', leave);
      for (const [name, properties, time, settle] of waiting) settle(take(name, properties, time));
    },
  };
}
