// Produces on this thread.
import { loadReader } from '../check/read-qr.js';
import type { Producer } from './job.js';
import { platform, produce } from './produce.js';

export const prepare: Producer['prepare'] = loadReader;

export const run: Producer['run'] = (job, bitmaps, hooks) => produce(job, bitmaps, hooks, platform());
