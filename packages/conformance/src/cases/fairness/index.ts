import type { Case } from '../../case.js';
import { chain } from './chain.js';
import { commitmentFirst } from './commitment.js';
import { epochByChange } from './epoch.js';
import { reveal } from './reveal.js';

export const fairness: readonly Case[] = [commitmentFirst, epochByChange, chain, reveal];
