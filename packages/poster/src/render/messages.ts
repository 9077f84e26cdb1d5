// What page and worker say to each other.
import type { Job, Produced } from './job.js';
import type { Stage } from './options.js';

/** A picture: sent once under a number, later only by that number. */
export interface SentPicture {
  key: string;
  number: number;
  bitmap?: ImageBitmap;
}

export type ToWorker =
  | { kind: 'paint'; id: number; job: Job; pictures: SentPicture[]; forget: number[] }
  | { kind: 'abort'; id: number };

export type FromWorker =
  | { kind: 'ready' }
  | { kind: 'stage'; id: number; stage: Stage }
  | { kind: 'made'; id: number; made: Produced }
  | { kind: 'failed'; id: number; code: string; message: string };
