/**
 * Runs `work` at once and then every `ms` milliseconds, never twice at a time. What fails goes to `failed` and is tried
 * again at the next turn. The timer keeps no process alive; the answer stops it.
 */
export function regularly(
  ms: number,
  work: () => Promise<void>,
  failed: (error: unknown) => void,
): () => void {
  let isRunning = false;
  const turn = async () => {
    if (isRunning) return;
    isRunning = true;
    await work().catch(failed);
    isRunning = false;
  };
  const timer = setInterval(turn, ms);
  timer.unref();
  turn();
  return () => clearInterval(timer);
}
