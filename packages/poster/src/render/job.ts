// One painting job, plain enough to be sent to a worker.
import type { Bitmap } from '../paint/painter.js';
import type { ResolvedScene } from '../scene/resolved.js';
import type { Poster, PosterType, Stage, Warning } from './options.js';

export interface Job {
  scene: ResolvedScene;
  type: PosterType;
  quality: number;
  /** Pixels per design unit, already within the cap. */
  ratio: number;
  maxBytes: number | undefined;
  timeLimit: number;
  fontTimeLimit: number;
}

/** What a job yields; alt text and earlier warnings are added by the caller. */
export type Produced = Pick<Poster, 'blob' | 'width' | 'height' | 'qr' | 'warnings'>;

export interface Hooks {
  signal: AbortSignal | undefined;
  onStage(stage: Stage): void;
}

/** Where jobs are done: on this thread or in a worker. */
export interface Producer {
  /** Begins to load what the work will need; called while the pictures are still on their way. Never fails. */
  prepare(worker?: () => Worker): void;
  run(job: Job, bitmaps: ReadonlyMap<string, Bitmap>, hooks: Hooks, worker?: () => Worker): Promise<Produced>;
}

export type { Warning };
