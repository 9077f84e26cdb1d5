import type { Case } from '../../case.js';
import { claimOnce } from './claim.js';
import { expired } from './expired.js';
import { form } from './form.js';
import { guest } from './guest.js';
import { owner } from './owner.js';
import { section } from './section.js';
import { shop } from './shop.js';

export const rewards: readonly Case[] = [claimOnce, expired, form, guest, owner, section, shop];
