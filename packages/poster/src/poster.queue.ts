// Posters one after another: the one in front first, then its neighbours, so that a swipe finds them ready.
//
//   wanted:  festive#1 ----------- festive#2 (the name has changed) ---
//   running: festive#1 ... aborted festive#2 ... made  minimal#2 ...
import type { SceneChoice } from './poster.config.js';
import type { PosterData } from './scene/bind.js';

export interface Job {
  id: string;
  /** A ready scene by its name: it needs no check. */
  scene: SceneChoice;
  data: PosterData;
  /** The same as long as the poster would be the same. */
  print: string;
}

export interface Queue {
  /** Replaces what is wanted, most urgent first; a running job that nobody wants any more is given up. */
  want(jobs: readonly Job[]): void;
  /** Makes a poster once more, after a failure. */
  again(id: string): void;
  destroy(): void;
}

/** @param make Settles in any case; after an abort its outcome counts for nothing. */
export function createQueue(make: (job: Job, signal: AbortSignal) => Promise<void>): Queue {
  const begun = new Map<string, string>();
  let wanted: readonly Job[] = [];
  let running: { job: Job; abort: AbortController } | undefined;

  async function work() {
    if (running) return;
    const job = wanted.find(({ id, print }) => begun.get(id) !== print);
    if (!job) return;
    const abort = new AbortController();
    running = { job, abort };
    begun.set(job.id, job.print);
    await make(job, abort.signal);
    running = undefined;
    void work();
  }

  return {
    want(jobs) {
      wanted = jobs;
      const { job, abort } = running ?? {};
      if (job && !jobs.some(({ id, print }) => id === job.id && print === job.print)) {
        begun.delete(job.id);
        abort!.abort();
      }
      void work();
    },
    again(id) {
      begun.delete(id);
      void work();
    },
    destroy() {
      wanted = [];
      running?.abort.abort();
    },
  };
}
