// Typed listeners. One that throws reports its error to the host and stops nobody else.
import { reportError } from './report-error.js';

/** Events by name with the shape of their detail. */
export type EventMap = { [name: string]: unknown };

export interface Emitter<Events extends EventMap> {
  /** Hears one event, or every event with `'*'`. Returns the function that stops it. */
  on<Name extends keyof Events & string>(name: Name, listener: (detail: Events[Name]) => void): () => void;
  on(name: '*', listener: (detail: unknown, name: string) => void): () => void;
  emit<Name extends keyof Events & string>(name: Name, detail: Events[Name]): void;
}

export function createEmitter<Events extends EventMap>(): Emitter<Events> {
  const listeners = new Map<string, Set<(detail: unknown, name: string) => void>>();
  return {
    on(name: string, listener: (detail: never, name: string) => void) {
      const set = listeners.get(name) ?? new Set();
      listeners.set(name, set.add(listener as (detail: unknown, name: string) => void));
      return () => void set.delete(listener as (detail: unknown, name: string) => void);
    },
    emit(name, detail) {
      for (const key of [name, '*'])
        for (const listener of [...(listeners.get(key) ?? [])]) {
          try {
            listener(detail, name);
          } catch (error) {
            reportError(error);
          }
        }
    },
  };
}
