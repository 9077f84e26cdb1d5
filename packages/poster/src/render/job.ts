// One painting job, plain enough to be sent to a worker.
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

export type { Warning };
