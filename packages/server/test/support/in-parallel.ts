/** Runs jobs in their order, `width` of them at a time. */
export async function inParallel(width: number, jobs: readonly (() => Promise<void>)[]): Promise<void> {
  const waiting = jobs.values();
  const worker = async () => {
    for (const job of waiting) await job();
  };
  await Promise.all(Array.from({ length: width }, worker));
}
