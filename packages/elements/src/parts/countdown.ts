import { countdown } from '@fanfare/countdown';
import { partOf } from '../part.js';

export const part = partOf(countdown);
