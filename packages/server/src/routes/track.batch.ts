import { readBatch } from '../events/batch.body.js';
import { takeBatch } from '../events/batch.js';
import { answerJson } from '../http/answer.js';
import type { Handler } from './call.js';

/** Events of a page: each accepted, a duplicate, or rejected with a code. */
export const trackBatch: Handler = async (call) =>
  answerJson(await takeBatch(call.env, await readBatch(call)));
