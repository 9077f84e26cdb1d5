import { announceUpload } from '../tasks/upload.js';
import type { Handler } from './call.js';
import { answerKeyed } from './keyed-call.js';

/** One key, one place for one picture. */
export const uploadCreate: Handler = (call) =>
  answerKeyed(call, 'upload.create', '', ({ tx, activity, identity, input }) =>
    announceUpload(tx, call, activity, { identity, input }),
  );
