import { poster } from '@fanfare/poster';
import { partOf } from '../part.js';

export const part = partOf(poster);
