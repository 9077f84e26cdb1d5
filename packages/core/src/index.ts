export { FanfareError } from './errors.js';
