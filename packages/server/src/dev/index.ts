// Aids for development. They exist only in an app that was created with `dev: true`.
import type { Endpoint } from '../endpoint.js';
import { type DevClock, moveClock, readClock } from './clock.js';
import { addDevCodes } from './codes.js';
import { signDevToken } from './token.js';

export { createDevClock, type DevClock } from './clock.js';

/** `caller` other than `public`: pages of foreign origins may not use them. */
export const devEndpoints = (clock: DevClock): Endpoint[] => [
  { name: 'dev.token', method: 'POST', path: '/v1/dev/token', caller: 'host', handler: signDevToken },
  { name: 'dev.clock.get', method: 'GET', path: '/v1/dev/clock', caller: 'host', handler: readClock(clock) },
  { name: 'dev.clock', method: 'POST', path: '/v1/dev/clock', caller: 'host', handler: moveClock(clock) },
  { name: 'dev.codes', method: 'POST', path: '/v1/dev/codes', caller: 'host', handler: addDevCodes },
];
