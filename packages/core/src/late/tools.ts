// What a part that is loaded later shares with the page that loads it. The page hands it over: a part that imported
// preact itself would make bundlers cut preact out of the page's first load, into a file of its own.
import type * as Signals from '@preact/signals-core';
import type * as Preact from 'preact';
import type { LiveText as Live } from '../live-text.js';
import type { onSecond as EverySecond } from '../ticker.js';
import type { Part as Later } from '../widget/part.js';
import type { adoptStyles as Adopt } from '../widget/styles.js';

export let Component: typeof Preact.Component;
export let Fragment: typeof Preact.Fragment;
export let createRef: typeof Preact.createRef;
export let h: typeof Preact.h;
export let computed: typeof Signals.computed;
export let effect: typeof Signals.effect;
export let signal: typeof Signals.signal;
export let untracked: typeof Signals.untracked;
export let LiveText: typeof Live;
export let Part: typeof Later;
export let adoptStyles: typeof Adopt;
export let onSecond: typeof EverySecond;

type Tools = [
  typeof Component,
  typeof Fragment,
  typeof createRef,
  typeof h,
  typeof computed,
  typeof effect,
  typeof signal,
  typeof untracked,
  typeof LiveText,
  typeof Part,
  typeof adoptStyles,
  typeof onSecond,
];

/** Once, before any part can be loaded. In a row, not by name: names would travel to every page. */
export function handOver(...tools: Tools): void {
  [
    Component,
    Fragment,
    createRef,
    h,
    computed,
    effect,
    signal,
    untracked,
    LiveText,
    Part,
    adoptStyles,
    onSecond,
  ] = tools;
}
