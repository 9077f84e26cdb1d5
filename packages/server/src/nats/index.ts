export type { ConsumeOptions } from './consume.js';
export { type EventLog, type EventLogOptions, openEventLog } from './event-log.js';
