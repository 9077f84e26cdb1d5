// Defines <fanfare-countdown>: the only side effect of this package.
import { type MountOptions, registerElement } from '@fanfare/core';
import { type CountdownOptions, countdown } from './index.js';

registerElement(countdown);

declare global {
  interface HTMLElementTagNameMap {
    'fanfare-countdown': HTMLElement & CountdownOptions & MountOptions;
  }
}
