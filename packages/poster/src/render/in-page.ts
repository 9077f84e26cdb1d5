import type { Bitmap } from '../paint/painter.js';
import type { Hooks, Job, Produced } from './job.js';
import { platform, produce } from './produce.js';

/** Produces on this thread. */
export const run = (job: Job, bitmaps: ReadonlyMap<string, Bitmap>, hooks: Hooks): Promise<Produced> =>
  produce(job, bitmaps, hooks, platform());
