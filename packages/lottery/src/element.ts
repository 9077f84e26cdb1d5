// Registers <fanfare-lottery>: the only side effect of this package.
import { type OptionsOf, registerElement } from '@fanfare/core';
import { lottery } from './index.js';

registerElement(lottery);

declare global {
  interface HTMLElementTagNameMap {
    'fanfare-lottery': HTMLElement & OptionsOf<typeof lottery.config>;
  }
}
