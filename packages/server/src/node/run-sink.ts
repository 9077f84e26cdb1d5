// Keeps a sink going: turn after turn while there is something to send, a look now and then while there is not, and
// random waits that grow while the endpoint fails.
import type { Sink, Turn } from '../sinks/sink.js';

/** Milliseconds between looks, and the bounds of the wait after a failure. */
export interface SinkPace {
  /** @default 1000 */
  idleMs?: number;
  /** @default 500 */
  backoffMs?: number;
  /** @default 60000 */
  backoffMaxMs?: number;
}

/** Runs until the answer is called; that one resolves when the turn under way is over. `failed` is told of each failure. */
export function runSink(
  sink: Sink,
  failed: (reason: string, tries: number) => void,
  { idleMs = 1000, backoffMs = 500, backoffMaxMs = 60_000 }: SinkPace = {},
): () => Promise<void> {
  let isStopped = false;
  let wake = () => {};
  let tries = 0;

  const pause = (ms: number) =>
    new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, ms);
      wake = () => {
        clearTimeout(timer);
        resolve();
      };
    });

  /** Full jitter: a crowd of copies spreads out. */
  const backoff = () =>
    (crypto.getRandomValues(new Uint32Array(1))[0]! / 2 ** 32) *
    Math.min(backoffMaxMs, backoffMs * 2 ** Math.min(tries, 20));

  function waitAfter(turn: Turn): number {
    if (turn.kind === 'failed') {
      failed(turn.reason, ++tries);
      return Math.max(turn.retryAfterMs ?? 0, backoff());
    }
    tries = 0;
    return turn.kind === 'sent' ? 0 : idleMs;
  }

  async function run(): Promise<void> {
    while (!isStopped) {
      const turn = await sink.turn().catch((error): Turn => ({ kind: 'failed', reason: String(error) }));
      const ms = waitAfter(turn);
      if (ms > 0 && !isStopped) await pause(ms);
    }
  }

  const running = run();
  return async () => {
    isStopped = true;
    wake();
    await running;
  };
}
