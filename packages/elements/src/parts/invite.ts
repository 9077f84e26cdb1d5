import { invite } from '@fanfare/invite';
import { partOf } from '../part.js';

export const part = partOf(invite);
