// Mounts a widget into an element that React has rendered, and keeps its options in step with the props.
import { type Handle, mountOn } from '@fanfare/core';
import { type RefObject, useEffect, useRef } from 'react';
import { useActivity } from './activity.js';
import { useLatest } from './latest.js';

export type Bag = Record<string, unknown>;

/** What a component knows of its widget. */
export interface Parts {
  widget: object;
  /** Props that are options. */
  optionKeys: readonly string[];
  /** Props that hear facts, by fact. */
  listeners: ReadonlyMap<string, string>;
}

/** Answers with the reference for the element that holds the widget. */
export function useWidget(
  { widget, optionKeys, listeners }: Parts,
  props: Bag,
): RefObject<HTMLDivElement | null> {
  const around = useActivity();
  const activity = props.activity ?? around;
  const host = useRef<HTMLDivElement>(null);
  const handle = useRef<Handle<Bag, never>>(undefined);
  const latest = useLatest(props);
  // Inside <FanfareActivity> a widget waits for the activity: without one it would say that it lacks it.
  const isDue = activity !== undefined;

  // Another activity is another mount; every other option is an update.
  useEffect(() => {
    if (!isDue) return;
    const options = { ...pick(latest, optionKeys), activity };
    const running = mountOn(widget as never, host.current!, options as never) as Handle<Bag, never>;
    const offs = [...listeners].map(([fact, key]) =>
      running.on(fact as never, (detail: unknown) => {
        const listener = latest.current[key];
        if (typeof listener === 'function') listener(detail);
      }),
    );
    handle.current = running;
    return () => {
      for (const off of offs) off();
      running.destroy();
      handle.current = undefined;
    };
  }, [isDue, activity, widget, optionKeys, listeners, latest]);

  useEffect(() => {
    handle.current?.update(pick(latest, optionKeys));
  });
  return host;
}

/** Every option, absent ones too: a prop that is gone goes back to its default. Functions may be new at each render. */
function pick(latest: { readonly current: Bag }, keys: readonly string[]): Bag {
  const stable = (key: string) => {
    const value = latest.current[key];
    return typeof value === 'function'
      ? (...args: unknown[]) => (latest.current[key] as typeof value)(...args)
      : value;
  };
  return Object.fromEntries(keys.map((key) => [key, stable(key)]));
}
