export { type Clock, type ClockOptions, createClock } from './clock.js';
export type { TimeSample } from './offset.js';
export { sampleOf, timeFromUrl } from './source.js';
