import type { Caller, CallOptions, Stage } from '../../stage.js';

/** Checks in with a key of its own. */
export const checkIn = (stage: Stage, person: Caller, body: object = {}, options: CallOptions = {}) =>
  stage.act('checkin.create', person, { body, ...options });
