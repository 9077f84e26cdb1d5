import type { Case } from '../../case.js';
import { acceptOnce } from './accept.js';
import { code } from './code.js';
import { key } from './key.js';
import { landing } from './landing.js';
import { nobody } from './nobody.js';
import { qualify } from './qualify.js';
import { quota } from './quota.js';
import { tier } from './tier.js';

export const invite: readonly Case[] = [acceptOnce, code, key, landing, nobody, qualify, quota, tier];
