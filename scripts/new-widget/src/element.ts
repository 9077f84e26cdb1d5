// Defines <fanfare-novelty>: the only side effect of this package.
import { type MountOptions, registerElement } from '@fanfare/core';
import { type NoveltyOptions, novelty } from './index.js';

registerElement(novelty);

declare global {
  interface HTMLElementTagNameMap {
    'fanfare-novelty': HTMLElement & NoveltyOptions & MountOptions;
  }
}
