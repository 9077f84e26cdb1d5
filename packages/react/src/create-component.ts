// Makes a React component of a widget: every option of the widget is a prop, every fact an `onFact` prop.
import type { Fields, OptionsOf, Widget } from '@fanfare/core';
import { createElement, type FunctionComponent, type HTMLAttributes } from 'react';
import { type EventProps, propOf } from './events.js';
import { type Bag, useWidget } from './use-widget.js';

/** The widget's options and events; what else a `<div>` takes is given to the element that holds it. */
export type WidgetProps<F extends Fields, Facts> = OptionsOf<F> &
  EventProps<Facts> &
  Omit<HTMLAttributes<HTMLDivElement>, keyof OptionsOf<F> | keyof EventProps<Facts> | 'children'>;

/** The component of a widget. */
export type ComponentOf<W> =
  W extends Widget<infer F, string, infer _State, infer _Actions, infer Facts>
    ? FunctionComponent<WidgetProps<F, Facts>>
    : never;

/** Makes the component of a widget. On a server it renders the empty element that the page fills. */
export function createComponent<F extends Fields, Key extends string, State, Actions, Facts>(
  widget: Widget<F, Key, State, Actions, Facts>,
): FunctionComponent<WidgetProps<F, Facts>> {
  const optionKeys = [...Object.keys(widget.config), 'locale', 'theme', 'text', 'nonce'];
  const facts = [...Object.keys(widget.facts as object), 'error'];
  const listeners = new Map(facts.map((fact) => [fact, propOf(fact)]));
  const ours = new Set([...optionKeys, ...listeners.values(), 'activity']);

  const render: FunctionComponent<Bag> = (props) => {
    const host = useWidget({ widget, optionKeys, listeners }, props);
    const rest = Object.entries(props).filter(([key]) => !ours.has(key));
    return createElement('div', { ...Object.fromEntries(rest), ref: host });
  };
  render.displayName = `Fanfare(${widget.name})`;
  return render as FunctionComponent<WidgetProps<F, Facts>>;
}
