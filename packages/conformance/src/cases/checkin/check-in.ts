import type { CallOptions, Person, Stage } from '../../stage.js';

/** Checks in with a key of its own. */
export const checkIn = (stage: Stage, { token }: Person, body: object = {}, options: CallOptions = {}) =>
  stage.call('checkin.create', { token, key: crypto.randomUUID(), body, ...options });
