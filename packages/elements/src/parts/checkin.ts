import { checkin } from '@fanfare/checkin';
import { partOf } from '../part.js';

export const part = partOf(checkin);
