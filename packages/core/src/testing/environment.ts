// A world under the test's control: time stands still until told to move, storage is a map, chance is a sequence.
import type { Environment } from '../environment.js';
import type { Storage } from '../storage.js';

export interface FakeEnvironment extends Environment {
  /** Lets `ms` pass: both clocks move and due timers run in order, with promises settled in between. */
  advance(ms: number): Promise<void>;
  /** Somebody changes the device's clock by `ms`; the monotonic one does not notice. */
  shiftWall(ms: number): void;
  /** The page sleeps: the device's clock goes on, the monotonic one and all timers stand still. */
  sleep(ms: number): void;
  setVisible(visible: boolean): void;
  /** Fires an event on the window: `online`, `pageshow`. */
  signal(type: string): void;
  /** Answers requests; by default every request fails as if offline. */
  respond(handler: (request: Request) => Promise<Response> | Response): void;
  setAddress(url: string): void;
  /** Timers that are waiting. */
  readonly pending: number;
}

/** In Node without the millisecond that a timer takes. */
const nextTurn: (work: () => void) => unknown =
  typeof setImmediate === 'function' ? setImmediate : setTimeout;

/** @param now Unix ms at which both the device and the test begin. */
export function fakeEnvironment(now = Date.parse('2026-12-31T12:00:00Z')): FakeEnvironment {
  let wall = now;
  let mono = 1000;
  let seed = 1;
  let order = 0;
  let visible = true;
  let address = new URL('https://host.example/');
  let handler: (request: Request) => Promise<Response> | Response = () =>
    Promise.reject(new TypeError('Failed to fetch'));
  const timers = new Map<number, { at: number; work: () => void }>();
  const window = new EventTarget();
  const document = Object.assign(new EventTarget(), {
    get visibilityState() {
      return visible ? 'visible' : 'hidden';
    },
  });
  Object.defineProperty(document, 'visibilityState', { get: () => (visible ? 'visible' : 'hidden') });

  /** Promise chains of any sensible length end within a few turns of the macrotask queue. */
  const settle = async () => {
    for (let i = 0; i < 5; i++) await new Promise<void>((resolve) => nextTurn(resolve));
  };
  const nextTimer = (until: number) =>
    [...timers].filter(([, timer]) => timer.at <= until).sort(([a, x], [b, y]) => x.at - y.at || a - b)[0];

  return {
    monotonic: () => mono,
    wall: () => wall,
    random() {
      // Mulberry32: the same sequence in every run.
      seed = (seed + 0x6d2b79f5) | 0;
      let t = Math.imul(seed ^ (seed >>> 15), 1 | seed);
      t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
      return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
    },
    after(ms, work) {
      const id = ++order;
      timers.set(id, { at: mono + Math.max(0, ms), work });
      return () => void timers.delete(id);
    },
    fetch: async (request) => handler(request),
    storage: memoryStorage(),
    window,
    document,
    location: () => address,
    async advance(ms) {
      const end = mono + ms;
      await settle();
      for (let due = nextTimer(end); due; due = nextTimer(end)) {
        const [id, { at, work }] = due;
        timers.delete(id);
        wall += Math.max(0, at - mono);
        mono = Math.max(mono, at);
        work();
        await settle();
      }
      wall += end - mono;
      mono = end;
      await settle();
    },
    shiftWall(ms) {
      wall += ms;
    },
    sleep(ms) {
      wall += ms;
    },
    setVisible(next) {
      visible = next;
      document.dispatchEvent(new Event('visibilitychange'));
    },
    signal(type) {
      window.dispatchEvent(new Event(type));
    },
    respond(next) {
      handler = next;
    },
    setAddress(url) {
      address = new URL(url);
    },
    get pending() {
      return timers.size;
    },
  };
}

/** Storage that lives as long as the test; values are copied as IndexedDB copies them. */
export function memoryStorage(): Storage {
  const values = new Map<string, unknown>();
  const copy = <T>(value: unknown) => (value === undefined ? undefined : (structuredClone(value) as T));
  return {
    durable: true,
    get: async <T>(key: string) => copy<T>(values.get(key)),
    set: async (key, value) => void values.set(key, copy(value)),
    delete: async (key) => void values.delete(key),
    async update<T>(key: string, change: (old: T | undefined) => T) {
      const next = change(copy<T>(values.get(key)));
      values.set(key, copy(next));
      return next;
    },
  };
}
