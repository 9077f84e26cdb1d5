import type { Migration } from 'kysely';
import * as spine from './0001-spine.js';
import * as invite from './0002-invite.js';
import * as checkin from './0003-checkin.js';
import * as events from './0004-events.js';
import * as fairness from './0005-fairness.js';
import * as reports from './0006-reports.js';
import * as operations from './0007-operations.js';
import * as handedIn from './0008-handed-in.js';
import * as sinks from './0009-sinks.js';
import * as raffles from './0010-raffles.js';

/** Every migration by name; they run in the order of their names, and a published one never changes. */
export const migrations: Record<string, Migration> = {
  '0001-spine': spine,
  '0002-invite': invite,
  '0003-checkin': checkin,
  '0004-events': events,
  '0005-fairness': fairness,
  '0006-reports': reports,
  '0007-operations': operations,
  '0008-handed-in': handedIn,
  '0009-sinks': sinks,
  '0010-raffles': raffles,
};
