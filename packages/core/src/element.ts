// Registers <fanfare-activity>: the only side effect of this package.
import { FanfareActivityElement } from './activity-element.js';
import { PROVIDER_TAG } from './widget/provider.js';

if (typeof customElements !== 'undefined' && !customElements.get(PROVIDER_TAG))
  customElements.define(PROVIDER_TAG, FanfareActivityElement);

declare global {
  interface HTMLElementTagNameMap {
    'fanfare-activity': FanfareActivityElement;
  }
}
