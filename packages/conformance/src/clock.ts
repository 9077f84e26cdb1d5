// The backend's clock, as its answers tell it. Cases measure by it alone: the two machines need not agree.
import type { Send } from './client.js';
import { check } from './verdict.js';

export interface BackendClock {
  /** Unix ms by the backend's clock. */
  now(): number;
  /** Asks for the time. */
  measure(): Promise<void>;
  /** Waits until the backend's clock has passed `at`. */
  until(at: number): Promise<void>;
  /** Sets the backend's clock, where `POST /v1/dev/clock` is there; null sets it back. */
  set(now: number | null): Promise<void>;
}

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

export function createClock(send: Send): BackendClock {
  let offset = 0;
  const clock: BackendClock = {
    now: () => Date.now() + offset,
    async measure() {
      const sent = Date.now();
      const answer = await send('GET', '/v1/time');
      const { now } = answer.ok('time.get');
      offset = now - (sent + Date.now()) / 2;
    },
    async until(at) {
      while (clock.now() <= at) await pause(Math.min(1000, at - clock.now() + 5));
    },
    async set(now) {
      const body = now === null ? { offset_ms: 0 } : { now: new Date(now).toISOString() };
      const answer = await send('POST', '/v1/dev/clock', { body });
      check(
        answer.status === 200 && answer.stamp > 0,
        'the development clock to move, stamped with its time',
        answer,
      );
      offset = answer.stamp - Date.now();
    },
  };
  return clock;
}
