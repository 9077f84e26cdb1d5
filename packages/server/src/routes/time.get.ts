import { answerJson } from '../http/answer.js';
import type { Handler } from './call.js';

/** The server's clock. */
export const timeGet: Handler = async ({ env }) => answerJson({ now: env.now() });
