import { registerActivity } from '@fanfare/core';
import type { Part } from '../part.js';

export { createActivity, createTransport } from '@fanfare/core';

export const part: Part = { register: registerActivity };
