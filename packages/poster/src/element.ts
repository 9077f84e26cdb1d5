// Registers <fanfare-poster>: the only side effect of this entry.
import { type MountOptions, registerElement } from '@fanfare/core';
import { type PosterOptions, poster } from './index.js';

registerElement(poster);

declare global {
  interface HTMLElementTagNameMap {
    'fanfare-poster': HTMLElement & PosterOptions & MountOptions;
  }
}
