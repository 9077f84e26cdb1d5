// Registers <fanfare-activity>: the only side effect of this package.
import { type FanfareActivityElement, registerActivity } from './activity-element.js';

registerActivity();

declare global {
  interface HTMLElementTagNameMap {
    'fanfare-activity': FanfareActivityElement;
  }
}
