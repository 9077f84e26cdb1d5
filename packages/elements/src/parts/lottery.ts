import { lottery } from '@fanfare/lottery';
import { partOf } from '../part.js';

export const part = partOf(lottery);
