import { checkIn } from '../checkin/checkin.js';
import type { Handler } from './call.js';
import { answerKeyed } from './keyed-call.js';

/** One key, one check-in; and one check-in a day, whatever the keys. */
export const checkinCreate: Handler = (call) =>
  answerKeyed(call, 'checkin.create', '', ({ tx, activity, identity, input, signals }) =>
    checkIn(tx, call.env, activity, { identity, input, signals }),
  );
