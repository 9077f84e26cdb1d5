// Tells what happened in a widget: to `handle.on`, as a DOM event, and to the activity's tracker.
import type { Activity } from '../activity/activity.js';
import { createEmitter, type Emitter, type EventMap } from '../emitter.js';
import type { ShellProblem } from './shell.js';
import type { DetailsOf, Emit, FactDeclaration } from './widget.js';

export interface Facts<Declared> {
  on: Emitter<DetailsOf<Declared> & { error: ShellProblem }>['on'];
  /** To listeners and the DOM only. */
  announce(name: string, detail: unknown): void;
  /** To the tracker too, with the declared properties. */
  emit: Emit<Declared>;
}

export function createFacts<Declared>(
  widget: { name: string; facts: Declared },
  host: HTMLElement,
  activity: () => Activity | null | undefined,
): Facts<Declared> {
  const events = createEmitter<EventMap>();
  const announce = (name: string, detail: unknown) => {
    events.emit(name, detail);
    host.dispatchEvent(new CustomEvent(`fanfare-${name}`, { detail, bubbles: true, composed: true }));
  };
  return {
    on: events.on as Facts<Declared>['on'],
    announce,
    emit(name, detail) {
      announce(name, detail);
      const { properties } = widget.facts[name] as FactDeclaration<Record<string, unknown>>;
      const from = Object(detail) as Record<string, unknown>;
      activity()?.tracker?.track(
        `${widget.name}.${name}`,
        Object.fromEntries(properties.map((key) => [key, from[key]])),
      );
    },
  };
}
