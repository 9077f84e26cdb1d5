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
  const keyByAttribute = new Map(attributeKeys.map((key) => [attributeOf(key), key]));

  class FanfareWidgetElement extends Base {
    static observedAttributes = [...keyByAttribute.keys()];
    private options: Options = {};
    private handle: Handle<Options, never> | undefined;
    private unwatch: (() => void) | undefined;

    connectedCallback() {
      takeOverProperties(this, keys);
      // A parser adds attributes and ancestors first; a move in the page connects before the old place is forgotten.
      queueMicrotask(() => this.start());
    }

    disconnectedCallback() {
      queueMicrotask(() => {
        if (!this.isConnected) this.stop();
        else this.rewatch();
      });
    }

    attributeChangedCallback(name: string, _old: string | null, text: string | null) {
      const key = keyByAttribute.get(name)!;
      const read = widget.config[key]?.read ?? String;
      this.setOption(key, text === null ? undefined : read(text));
    }

    getOption(key: string) {
      return this.options[key];
    }

    setOption(key: string, value: unknown) {
      // The theme is written back as an attribute, and comes here again.
      if (this.options[key] === value) return;
      this.options[key] = value;
      this.handle?.update({ [key]: value });
      if (key === 'activity' && this.isConnected) this.rewatch();
    }

    private start() {
      if (this.isConnected && !this.unwatch) this.rewatch();
    }

    /** Follows the activity: the one given as a property, else that of the provider around. */
    private rewatch() {
      this.unwatch?.();
      const given = this.options.activity as Activity | undefined;
      if (given) {
        this.unwatch = () => {};
        this.standOn(given);
      } else this.unwatch = watchProvider(this, (activity) => this.standOn(activity));
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

    private stop() {
      this.unwatch?.();
      this.handle?.destroy();
      this.unwatch = undefined;
      this.handle = undefined;
    }
  }

  for (const key of keys)
    Object.defineProperty(FanfareWidgetElement.prototype, key, {
      configurable: true,
      enumerable: true,
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
  for (const key of keys) {
    if (!Object.getOwnPropertyNames(element).includes(key)) continue;
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
