// Defines <fanfare-checkin>: the only side effect of this package.
import { type MountOptions, registerElement } from '@fanfare/core';
import { type CheckinOptions, checkin } from './index.js';

registerElement(checkin);

declare global {
  interface HTMLElementTagNameMap {
    'fanfare-checkin': HTMLElement & CheckinOptions & MountOptions;
  }
}
