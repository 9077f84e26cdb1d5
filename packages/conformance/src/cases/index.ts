// Every case, in the order of the report.
import type { Case } from '../case.js';
import { checkin } from './checkin/index.js';
import { concurrency } from './concurrency/index.js';
import { core } from './core/index.js';
import { draw } from './draw/index.js';
import { events } from './events/index.js';
import { fairness } from './fairness/index.js';
import { invite } from './invite/index.js';
import { rewards } from './rewards/index.js';

export const cases: readonly Case[] = [
  ...core,
  ...draw,
  ...invite,
  ...checkin,
  ...rewards,
  ...events,
  ...fairness,
  ...concurrency,
];
