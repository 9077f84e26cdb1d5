import type { Case } from '../../case.js';
import { accepted } from './accepted.js';
import { counted } from './counted.js';
import { duplicate } from './duplicate.js';
import { each } from './each.js';
import { key } from './key.js';
import { large } from './large.js';
import { token } from './token.js';

export const events: readonly Case[] = [accepted, counted, duplicate, each, key, large, token];
