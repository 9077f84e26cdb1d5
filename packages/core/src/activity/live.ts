// Keeps the public numbers fresh: read now where a widget needs them, then polled with jitter, silent while
// nobody looks.
import type { Live } from '@fanfare/protocol';
import { type ReadonlySignal, signal } from '@preact/signals-core';
import type { Result } from '../api.js';
import { createCleanup } from '../cleanup.js';
import type { Environment } from '../environment.js';

export interface LivePoll {
  readonly live: ReadonlySignal<Live | undefined>;
  /** Somebody shows these numbers: read them at once. Returns the function that ends the interest. */
  watch(): () => void;
  /** Reads again within `ms`, at a random moment. */
  soon(ms: number): void;
  start(): void;
  destroy(): void;
}

export interface LivePollOptions {
  environment: Pick<Environment, 'after' | 'random' | 'document'>;
  read: () => Promise<Result<Live | undefined>>;
  seconds: () => number;
}

export function createLivePoll({ environment, read, seconds }: LivePollOptions): LivePoll {
  const live = signal<Live | undefined>(undefined);
  const cleanup = createCleanup();
  let cancel = () => {};
  let watchers = 0;
  let started = false;
  let reading = false;

  const isHidden = () => environment.document?.visibilityState === 'hidden';
  const plan = (ms: number) => {
    cancel();
    cancel = environment.after(ms, poll);
  };
  /** Between one and one and a half periods; pages without a reader of these numbers ask three times less. */
  const planNext = () => plan(seconds() * 1000 * (1 + environment.random() / 2) * (watchers ? 1 : 3));

  async function poll() {
    cancel();
    if (!started || isHidden() || reading) return;
    reading = true;
    const answer = await read();
    reading = false;
    if (!started) return;
    if (answer.ok && answer.value) live.value = answer.value;
    planNext();
  }

  cleanup.listen(environment.document, 'visibilitychange', () => {
    if (started && !isHidden()) plan(environment.random() * 1000);
  });

  return {
    live,
    watch() {
      watchers++;
      if (started && !live.peek()) void poll();
      return () => void watchers--;
    },
    soon(ms) {
      if (started) plan(environment.random() * ms);
    },
    start() {
      if (started) return;
      started = true;
      if (watchers) void poll();
      else planNext();
    },
    destroy() {
      started = false;
      cancel();
      cleanup.run();
    },
  };
}
