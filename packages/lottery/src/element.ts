// Registers <fanfare-lottery>: the only side effect of this package.
import { registerElement } from '@fanfare/core';
import { lottery } from './index.js';

registerElement(lottery);
