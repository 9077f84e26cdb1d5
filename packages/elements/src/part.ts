// What the loader needs to know of a widget, whatever it is.
import { type Handle, mount, type OptionsOf, registerElement, type Widget } from '@fanfare/core';

type Bag = Record<string, unknown>;

/** The code of one tag, once it is loaded. */
export interface Part {
  /** Defines `<PREFIX-NAME>`; does nothing where the tag is taken. */
  register(prefix: string): void;
}

/** The code of a widget's tag, which can be mounted without a tag as well. */
export interface WidgetPart extends Part {
  mount(target: string | Element, options: Bag): Handle<Bag, never>;
}

/** Options and facts of a widget, as `mount` gives them back. */
export type HandleOf<W> =
  W extends Widget<infer F, string, infer _State, infer _Actions, infer Facts>
    ? Handle<OptionsOf<F>, Facts>
    : never;
/** Options of a widget, as `mount` takes them. */
export type OptionsFor<W> =
  W extends Widget<infer F, string, infer _State, infer _Actions, infer _Facts> ? OptionsOf<F> : never;

/** The part of a widget. */
export const partOf = (widget: Parameters<typeof registerElement>[0]): WidgetPart => ({
  register: (prefix) => registerElement(widget, prefix),
  mount: (target, options) => mount(widget as never, target, options as never) as Handle<Bag, never>,
});
