// Produces in a worker that the host allowed, and on this thread where the worker cannot be had.
import { FanfareError } from '@fanfare/core/errors';
import { tooLate, within } from '../assets/within.js';
import type { Bitmap } from '../paint/painter.js';
import type { Hooks, Job, Produced } from './job.js';
import type { FromWorker, SentPicture, ToWorker } from './messages.js';

/** A worker without work is let go after this many milliseconds. */
const IDLE_LIMIT = 30_000;
/** Pictures that a worker keeps. */
const KEPT = 24;
/** Waits of a job that the worker itself bounds; the page waits for all of them. */
const WAITS = 4;

interface Line {
  run(job: Job, bitmaps: ReadonlyMap<string, ImageBitmap>, hooks: Hooks): Promise<Produced>;
}

const lines = new WeakMap<() => Worker, Line>();

/** Starts the worker, so that it is up before it is needed. */
export function prepare(open?: () => Worker): void {
  if (!open || typeof OffscreenCanvas === 'undefined') return;
  try {
    lineOf(open);
  } catch {
    // Tried again by `run`, which tells why.
  }
}

function lineOf(open: () => Worker): Line {
  const line = lines.get(open) ?? connect(open, () => lines.delete(open));
  lines.set(open, line);
  return line;
}

/** Produces in the worker that `open` makes; the same function gets the same worker. */
export async function run(
  job: Job,
  bitmaps: ReadonlyMap<string, Bitmap>,
  hooks: Hooks,
  open?: () => Worker,
): Promise<Produced> {
  let why = 'OffscreenCanvas is missing.';
  if (open && typeof OffscreenCanvas !== 'undefined' && areSendable(bitmaps)) {
    try {
      return await lineOf(open).run(job, bitmaps, hooks);
    } catch (error) {
      if (!(error instanceof FanfareError && error.code === 'worker_failed')) throw error;
      lines.delete(open);
      why = error.message;
    }
  }
  const { run: runHere } = await import('./in-page.js');
  const made = await runHere(job, bitmaps, hooks);
  const message = `Painted on the main thread: ${why}`;
  return { ...made, warnings: [...made.warnings, { code: 'worker_unused', message }] };
}

const areSendable = (bitmaps: ReadonlyMap<string, Bitmap>): bitmaps is ReadonlyMap<string, ImageBitmap> =>
  [...bitmaps.values()].every((bitmap) => bitmap instanceof ImageBitmap);

function connect(open: () => Worker, onClose: () => void): Line {
  let worker: Worker;
  try {
    worker = open();
  } catch (cause) {
    throw broken('it could not be started', cause);
  }
  let last = 0;
  const numbers = new Map<ImageBitmap, number>();
  const waiting = new Map<
    number,
    { hooks: Hooks; resolve(made: Produced): void; reject(error: unknown): void }
  >();

  const close = () => {
    worker.terminate();
    onClose();
  };
  let idle = setTimeout(close, IDLE_LIMIT);
  worker.onmessage = ({ data }: MessageEvent<FromWorker>) => {
    if (data.kind === 'ready') return;
    const job = waiting.get(data.id);
    if (data.kind === 'stage') job?.hooks.onStage(data.stage);
    if (data.kind === 'made') job?.resolve(data.made);
    if (data.kind === 'failed') job?.reject(failure(data.code, data.message));
  };
  worker.onerror = (event) => {
    event.preventDefault();
    close();
    for (const job of waiting.values())
      job.reject(broken('its file could not be loaded or run', event.message));
  };

  return {
    async run(job, bitmaps, hooks) {
      clearTimeout(idle);
      const id = ++last;
      const answer = new Promise<Produced>((resolve, reject) => waiting.set(id, { hooks, resolve, reject }));
      const pictures = Array.from(bitmaps, ([key, bitmap]) => send(key, bitmap, numbers, ++last));
      worker.postMessage({ kind: 'paint', id, job, pictures, forget: forget(numbers) } satisfies ToWorker);
      const limit = job.timeLimit * WAITS;
      try {
        return await within(answer, limit, hooks.signal, tooLate('The worker', limit, 'Leave "worker" out.'));
      } catch (error) {
        worker.postMessage({ kind: 'abort', id } satisfies ToWorker);
        throw error;
      } finally {
        waiting.delete(id);
        if (!waiting.size) idle = setTimeout(close, IDLE_LIMIT);
      }
    },
  };
}

/** The picture itself the first time, its number afterwards. */
function send(
  key: string,
  bitmap: ImageBitmap,
  numbers: Map<ImageBitmap, number>,
  next: number,
): SentPicture {
  const known = numbers.get(bitmap);
  if (known !== undefined) return { key, number: known };
  numbers.set(bitmap, next);
  return { key, number: next, bitmap };
}

/** Numbers of the oldest pictures beyond those that are kept. */
function forget(numbers: Map<ImageBitmap, number>): number[] {
  const old = [...numbers].slice(0, Math.max(0, numbers.size - KEPT));
  for (const [bitmap] of old) numbers.delete(bitmap);
  return old.map(([, number]) => number);
}

const broken = (why: string, cause: unknown) =>
  new FanfareError(
    'poster',
    'worker_failed',
    `The worker was not used: ${why}. Check "worker" and the page's worker-src.`,
    cause,
  );

/** The worker's own error, without the prefix that the class adds. */
const failure = (code: string, message: string) =>
  new FanfareError('poster', code, message.replace(/^\[fanfare\/\w+\] /, ''));
