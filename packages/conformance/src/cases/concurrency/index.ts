import type { Case } from '../../case.js';
import { acknowledged } from './acknowledged.js';
import { chance } from './chance.js';
import { checkin } from './check-in.js';
import { fact } from './fact.js';
import { firstSight } from './first-sight.js';
import { mutual } from './invite.js';
import { key } from './key.js';
import { quota } from './quota.js';
import { stock } from './stock.js';

export const concurrency: readonly Case[] = [
  acknowledged,
  chance,
  checkin,
  fact,
  firstSight,
  mutual,
  key,
  quota,
  stock,
];
