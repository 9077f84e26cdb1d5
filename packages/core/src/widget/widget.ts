// What a widget is: one value from which mount, element and the framework adapters are made.
import type { ReadonlySignal } from '@preact/signals-core';
import type { ComponentChildren } from 'preact';
import type { Activity } from '../activity/activity.js';
import type { Environment } from '../environment.js';
import type { ConfigOf, Fields } from './field.js';
import type { TextPack, Translate } from './text.js';

/** One fact that a widget tells: as DOM event `fanfare-<fact>`, to `handle.on(fact)` and to the tracker. */
export interface FactDeclaration<Detail> {
  /** The properties of the detail that the tracker gets; strings, numbers and booleans only. */
  properties: readonly (keyof Detail & string)[];
}
export type FactMap = { [fact: string]: FactDeclaration<never> };
/** The detail of each fact of a widget. */
export type DetailsOf<Facts> = {
  [Fact in keyof Facts]: Facts[Fact] extends FactDeclaration<infer Detail> ? Detail : never;
};

/** Declares a fact and the properties of it that are tracked. */
export const fact = <Detail>(...properties: (keyof Detail & string)[]): FactDeclaration<Detail> => ({
  properties,
});

export type Emit<Facts> = <Fact extends keyof Facts & string>(
  fact: Fact,
  detail: DetailsOf<Facts>[Fact],
) => void;

/** A widget without its looks: state that changes, and the things one can do. */
export interface Controller<State, Actions> {
  readonly state: ReadonlySignal<State>;
  readonly actions: Actions;
  destroy(): void;
}

/** The surroundings that `create` may be given; all optional, so that a headless use is one call. */
export interface CreateOptions<Facts> {
  emit?: Emit<Facts>;
  environment?: Environment;
}

export interface ViewProps<Config, State, Actions, Key extends string = string> {
  config: Config;
  state: State;
  actions: Actions;
  /** The widget's words in the language shown. */
  t: Translate<Key>;
  locale: string;
  activity: Activity | null;
}

export interface Widget<
  F extends Fields = Fields,
  Key extends string = string,
  State = unknown,
  Actions = unknown,
  Facts = FactMap,
> {
  /** Package folder, tag suffix, file prefix: `lottery`. */
  name: string;
  /** Every option with its default; attributes are derived from it. */
  config: F;
  text: TextPack<Key>;
  /** What must be there before the widget can be drawn: nothing, or an activity. */
  needs: 'nothing' | 'activity';
  create(
    config: ConfigOf<F>,
    activity: Activity | null,
    options?: CreateOptions<Facts>,
  ): Controller<State, Actions>;
  View(props: ViewProps<ConfigOf<F>, State, Actions, Key>): ComponentChildren;
  css: string;
  facts: Facts;
}

/** Declares a widget. Purely a value: nothing is registered or mounted. */
export const defineWidget = <F extends Fields, Key extends string, State, Actions, Facts>(
  widget: Widget<F, Key, State, Actions, Facts>,
): Widget<F, Key, State, Actions, Facts> => widget;
