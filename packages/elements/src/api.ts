// `window.Fanfare`: what a page without a bundler can call.
import type { Activity, ActivityOptions, Handlers, Transport } from '@fanfare/core';
import type { Tracker, TrackerOptions } from '@fanfare/track';
import type { HandleOf, OptionsFor } from './part.js';

/** The widgets that `mount` knows, by name. */
export interface Widgets {
  checkin: typeof import('@fanfare/checkin').checkin;
  countdown: typeof import('@fanfare/countdown').countdown;
  invite: typeof import('@fanfare/invite').invite;
  lottery: typeof import('@fanfare/lottery').lottery;
  poster: typeof import('@fanfare/poster').poster;
}

/** The loader has to fetch the code first, the classic script has it at hand: `await` is right for both. */
export type Soon<T> = T | Promise<T>;

/** The calls whose code is loaded when it is needed. */
export interface Calls {
  /** Makes an activity, as `createActivity` of `@fanfare/core` does. */
  createActivity(options: ActivityOptions): Soon<Activity>;
  /** Makes a transport of a company's own API. */
  createTransport(handlers: Handlers): Soon<Transport>;
  /** Makes a tracking client. */
  createTracker(options: TrackerOptions): Soon<Tracker>;
  /** Paints a poster and reads its codes back. */
  renderPoster: typeof import('@fanfare/poster/painter').renderPoster;
  /** Takes a picture of an element; needs a page that lets html2canvas write. */
  capturePoster: typeof import('@fanfare/poster/painter').capturePoster;
  /** Mounts a widget into an element; without `activity` it stands on the page's, if the script tag names one. */
  mount<Name extends keyof Widgets>(
    name: Name,
    target: string | Element,
    options?: OptionsFor<Widgets[Name]>,
  ): Soon<HandleOf<Widgets[Name]>>;
}

/** `window.Fanfare`. */
export interface Fanfare extends Calls {
  readonly version: string;
  /**
   * Looks after tags of a prefix in the document, or in an open shadow root; done for `fanfare-` in the document when
   * the script runs. Returns the function that stops looking.
   *
   * @param options.prefix For pages that need two versions: `acme` gives `<acme-lottery>`. @default "fanfare"
   */
  register(options?: { prefix?: string; root?: Document | ShadowRoot }): () => void;
  /** Calls back with this object: the same words before the script has run and after. */
  push(...work: ((fanfare: Fanfare) => unknown)[]): void;
  /** Versions that came to the page later and stood back, by version. */
  readonly others: { [version: string]: Fanfare };
}

declare global {
  interface Window {
    /** Before the script has run: a list of what to call then. */
    Fanfare?: Fanfare | ((fanfare: Fanfare) => unknown)[];
  }
}
