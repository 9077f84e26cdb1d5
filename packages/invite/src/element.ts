// Registers <fanfare-invite>: the only side effect of this package.
import { type MountOptions, registerElement } from '@fanfare/core';
import { type InviteOptions, invite } from './index.js';

registerElement(invite);

declare global {
  interface HTMLElementTagNameMap {
    'fanfare-invite': HTMLElement & InviteOptions & MountOptions;
  }
}
