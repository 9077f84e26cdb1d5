// Defines <fanfare-novelty>: the only side effect of this package.
import { registerElement } from '@fanfare/core';
import { novelty } from './index.js';

registerElement(novelty);
