// Defines <fanfare-rehearsal>: the only side effect of this package.
import { type MountOptions, registerElement } from '@fanfare/core';
import { panel } from './panel/panel.js';
import type { RehearsalPanelOptions } from './panel/rehearsal.config.js';

registerElement(panel);

declare global {
  interface HTMLElementTagNameMap {
    'fanfare-rehearsal': HTMLElement & RehearsalPanelOptions & MountOptions;
  }
}
