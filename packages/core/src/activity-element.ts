// <fanfare-activity>: one activity for the widgets inside.
import type { Activity, ActivityOptions } from './activity/activity.js';
import { createActivity } from './activity/create-activity.js';
import { createEmitter } from './emitter.js';
import { takeOverProperties } from './widget/element.js';
import type { ActivityProvider } from './widget/provider.js';

const Base = typeof HTMLElement === 'undefined' ? (class {} as typeof HTMLElement) : HTMLElement;

type Given = Omit<ActivityOptions, 'id'>;
/** The token is never an attribute: markup is logged, cached and shared. */
const PROPERTIES = ['token', 'transport', 'tracker', 'environment'] as const;
const ATTRIBUTES = ['activity', 'endpoint', 'channel', 'locale'] as const;
/** What can change without another activity. */
const LIGHT = ['token', 'channel', 'locale'];

export class FanfareActivityElement extends Base implements ActivityProvider {
  static observedAttributes = [...ATTRIBUTES];
  // Accessors, defined below for each name of PROPERTIES.
  declare token: ActivityOptions['token'];
  declare transport: ActivityOptions['transport'];
  declare tracker: ActivityOptions['tracker'];
  declare environment: ActivityOptions['environment'];
  private given: Given = {};
  private current: Activity | undefined;
  private readonly changes = createEmitter<{ activity: Activity | undefined }>();
  private isPlanned = false;

  /** The running activity; undefined while the element is not in the page or lacks an id or endpoint. */
  get activity(): Activity | undefined {
    return this.current;
  }

  watch(listener: (activity: Activity | undefined) => void): () => void {
    // While a start is planned, the first call comes with the activity it makes.
    if (!this.isPlanned) listener(this.current);
    return this.changes.on('activity', listener);
  }

  connectedCallback() {
    takeOverProperties(this, PROPERTIES);
    if (!this.current) this.plan();
  }

  disconnectedCallback() {
    queueMicrotask(() => {
      if (!this.isConnected) this.replace(undefined);
    });
  }

  attributeChangedCallback(name: string, _old: string | null, text: string | null) {
    this.changed(name, text ?? undefined);
  }

  setGiven(key: keyof Given, value: unknown) {
    this.given = { ...this.given, [key]: value };
    this.changed(key, value);
  }

  getGiven(key: keyof Given) {
    return this.given[key];
  }

  private changed(name: string, value: unknown) {
    if (!this.isConnected) return;
    if (this.current && LIGHT.includes(name)) this.current.update({ [name]: value });
    else this.plan();
  }

  /** Waits for the attributes and properties of the same task, so that they make one activity. */
  private plan() {
    if (this.isPlanned) return;
    this.isPlanned = true;
    queueMicrotask(() => {
      this.isPlanned = false;
      if (this.isConnected) this.replace(this.create());
    });
  }

  private create(): Activity | undefined {
    const attribute = (name: string) => this.getAttribute(name) ?? undefined;
    try {
      return createActivity({
        id: attribute('activity') ?? '',
        endpoint: attribute('endpoint'),
        channel: attribute('channel'),
        locale: attribute('locale'),
        ...this.given,
      });
    } catch (error) {
      const { code, message } = error as Error & { code?: string };
      console.error(message);
      this.dispatchEvent(
        new CustomEvent('fanfare-error', { detail: { code, message }, bubbles: true, composed: true }),
      );
      return undefined;
    }
  }

  private replace(next: Activity | undefined) {
    const before = this.current;
    this.current = next;
    if (next) this.announce(next);
    this.changes.emit('activity', next);
    before?.destroy();
  }

  private announce(activity: Activity) {
    activity.on('*', (detail, name) => {
      this.dispatchEvent(new CustomEvent(`fanfare-${name}`, { detail, bubbles: true, composed: true }));
    });
  }
}

for (const key of PROPERTIES)
  Object.defineProperty(FanfareActivityElement.prototype, key, {
    configurable: true,
    enumerable: true,
    get(this: FanfareActivityElement) {
      return this.getGiven(key);
    },
    set(this: FanfareActivityElement, value: unknown) {
      this.setGiven(key, value);
    },
  });

/**
 * Defines `<fanfare-activity>`, or does nothing where the tag is taken or there is no registry (on a server).
 *
 * @param prefix For pages that need two versions side by side: `<acme-activity>` is that of `<acme-lottery>`.
 */
export function registerActivity(prefix = 'fanfare'): void {
  const tag = `${prefix}-activity`;
  if (typeof customElements === 'undefined' || customElements.get(tag)) return;
  // A registry takes a class once.
  customElements.define(tag, class extends FanfareActivityElement {});
}
