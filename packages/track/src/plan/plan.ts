// What a plan is: every event that can happen, with its properties, written down once for the compiler, the page and
// the people who read tables.
import type { Priority } from '../event/row.js';

/** What travels as a property; `?` marks what may be missing. */
export type PropertyKind = 'string' | 'number' | 'boolean' | 'string?' | 'number?' | 'boolean?';

/** An event of the host's own. */
export interface EventDeclaration {
  /** When it happens, in words: "the visitor taps the button under the poster". */
  trigger?: string;
  /** Its properties and what they are. */
  properties?: { readonly [name: string]: PropertyKind };
  /** 0 is never dropped, 2 goes first when a device is full. @default 1 */
  priority?: Priority;
}
export type EventDeclarations = { readonly [name: string]: EventDeclaration };

/** The facts of a widget: `Widget` of `@fanfare/core` has them. */
export interface FactSource {
  readonly name: string;
  readonly facts: { readonly [fact: string]: { readonly properties: readonly string[] } };
}
/** The widgets in use by their names: `{ lottery, countdown }`. */
export type FactSources = { readonly [name: string]: FactSource };

/** One line of the plan. */
export interface PlannedEvent {
  name: string;
  /** The widget that tells it; `page` for the host's own. */
  source: string;
  trigger: string;
  properties: { readonly [name: string]: PropertyKind | 'any' };
  priority: Priority;
}

/** Any value that a property may have. */
export type Scalar = string | number | boolean | null;
/** The properties of each event, by name. */
export type EventShapes = { [name: string]: object };

export interface Plan<Shapes extends EventShapes = EventShapes> {
  readonly events: { readonly [name: string]: PlannedEvent };
  /** Names of the events that people go through, first to last. */
  readonly funnel: readonly string[];
  /** Paths of what is wrong with an event; empty is good. While developing the console says so too. */
  check(name: string, properties: object | undefined): string[];
  /** For the compiler only. */
  readonly shapes?: Shapes;
}

export type ShapesOf<P> = P extends Plan<infer Shapes> ? Shapes : EventShapes;
