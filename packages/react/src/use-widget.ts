// Mounts a widget into an element that React has rendered, and keeps its options in step with the props.
import { createCleanup, type Handle, mountOn } from '@fanfare/core';
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
  const given = useRef<Bag>({});
  const latest = useLatest(props);
  // Inside <FanfareActivity> a widget waits for the activity: without one it would say that it lacks it.
  const isDue = activity !== undefined;

  // Another activity is another mount; every other option is an update.
  useEffect(() => {
    if (!isDue) return;
    const element = host.current!;
    // The element's own events, because a wrong option is told while it mounts.
    const cleanup = createCleanup();
    for (const [fact, key] of listeners)
      cleanup.listen(element, `fanfare-${fact}`, (event) => {
        const listener = latest.current[key];
        if (typeof listener === 'function') listener((event as CustomEvent).detail);
      });
    given.current = pick(latest.current, optionKeys);
    const options = { ...stable(latest, given.current), activity };
    const running = mountOn(widget as never, element, options as never) as Handle<Bag, never>;
    handle.current = running;
    cleanup.add(running.destroy);
    cleanup.add(() => {
      handle.current = undefined;
    });
    return cleanup.run;
  }, [isDue, activity, widget, optionKeys, listeners, latest]);

  useEffect(() => {
    const next = pick(latest.current, optionKeys);
    if (optionKeys.every((key) => Object.is(next[key], given.current[key]))) return;
    given.current = next;
    handle.current?.update(stable(latest, next));
  });
  return host;
}

/** Every option, absent ones too: a prop that is gone goes back to its default. */
const pick = (props: Bag, keys: readonly string[]): Bag =>
  Object.fromEntries(keys.map((key) => [key, props[key]]));

/** Functions that call those of the last render, which may be new every time. */
const stable = (latest: { readonly current: Bag }, options: Bag): Bag =>
  Object.fromEntries(
    Object.entries(options).map(([key, value]) => [
      key,
      typeof value === 'function'
        ? (...args: unknown[]) => (latest.current[key] as typeof value)(...args)
        : value,
    ]),
  );
