import type { Case } from '../../case.js';
import { answer } from './answer.js';
import { forged } from './forged.js';
import { key } from './key.js';
import { multiplier } from './multiplier.js';
import { once } from './once.js';
import { phase } from './phase.js';
import { stories } from './stories.js';
import { today } from './today.js';

export const checkin: readonly Case[] = [answer, forged, key, multiplier, once, phase, stories, today];
