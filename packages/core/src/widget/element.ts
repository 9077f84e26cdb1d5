// The custom element of a widget: attributes and properties become options of `mountOn`.
import type { Activity } from '../activity/activity.js';
import { attributeOf } from './config.js';
import type { Fields } from './field.js';
import { type Handle, mountOn } from './mount.js';
import { watchProvider } from './provider.js';
import type { Widget } from './widget.js';

// Importing a widget on a server must not fail, and there is no HTMLElement there.
const Base = typeof HTMLElement === 'undefined' ? (class {} as typeof HTMLElement) : HTMLElement;

type Options = Record<string, unknown>;
type AnyWidget = Pick<Widget, 'name'> & { config: Fields };

/** Options of core that an element takes as attributes too. */
const OWN_ATTRIBUTES = ['locale', 'theme'];
const OWN_PROPERTIES = ['activity', 'text'];

/** Makes the element class of a widget; `registerElement` gives it its tag. */
export function createElementClass(widget: AnyWidget): typeof HTMLElement {
  const attributeKeys = [...Object.keys(widget.config), ...OWN_ATTRIBUTES];
  const keys = [...attributeKeys, ...OWN_PROPERTIES];
  const attributes = attributeKeys.map(attributeOf);

  class FanfareWidgetElement extends Base {
    static observedAttributes = attributes;
    private options: Options = {};
    private handle: Handle<Options, never> | undefined;
    private unwatch = () => {};

    connectedCallback() {
      takeOverProperties(this, keys);
      this.settleSoon();
    }

    disconnectedCallback() {
      this.settleSoon();
    }

    attributeChangedCallback(name: string, _old: string | null, text: string | null) {
      const key = attributeKeys[attributes.indexOf(name)]!;
      const field = widget.config[key];
      this.setOption(key, text === null ? undefined : field ? field.read(text) : text);
    }

    getOption(key: string) {
      return this.options[key];
    }

    setOption(key: string, value: unknown) {
      // The theme is written back as an attribute, and comes here again.
      if (this.options[key] === value) return;
      this.options[key] = value;
      this.handle?.update({ [key]: value });
      if (key === 'activity' && this.isConnected) this.settle();
    }

    /** A parser adds attributes and ancestors first, and a move in the page leaves before it arrives. */
    private settleSoon() {
      queueMicrotask(() => this.settle());
    }

    /** In the page, follows the activity given as a property, else that of the provider around. */
    private settle() {
      this.unwatch();
      if (this.isConnected) {
        const given = this.options.activity as Activity | undefined;
        this.unwatch = watchProvider(this, (activity) => this.standOn(activity), given);
      } else {
        this.handle?.destroy();
        this.handle = undefined;
      }
    }

    private standOn(activity: Activity | undefined) {
      if (this.handle) this.handle.update({ activity });
      else
        this.handle = mountOn(widget as never, this, {
          nonce: this.nonce,
          ...this.options,
          activity,
        }) as Handle<Options, never>;
    }
  }

  for (const key of keys)
    Object.defineProperty(FanfareWidgetElement.prototype, key, {
      get(this: FanfareWidgetElement) {
        return this.getOption(key);
      },
      set(this: FanfareWidgetElement, value: unknown) {
        this.setOption(key, value);
      },
    });
  return FanfareWidgetElement;
}

/** A property that was set before the tag was defined hides the accessor: set it again through it. */
export function takeOverProperties(element: HTMLElement, keys: readonly string[]): void {
  const bag = element as unknown as Options;
  for (const key of Object.getOwnPropertyNames(element)) {
    if (!keys.includes(key)) continue;
    const value = bag[key];
    delete bag[key];
    bag[key] = value;
  }
}

/**
 * Defines `<fanfare-NAME>`, or does nothing where the tag is taken or there is no registry (on a server).
 *
 * @param prefix For pages that need two versions side by side: `acme` gives `<acme-lottery>`.
 */
export function registerElement(widget: AnyWidget, prefix = 'fanfare'): void {
  const tag = `${prefix}-${widget.name}`;
  if (typeof customElements !== 'undefined' && !customElements.get(tag))
    customElements.define(tag, createElementClass(widget));
}
