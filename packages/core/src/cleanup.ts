// Collects what has to be undone, so that every listener is added together with its removal.
import { reportError } from './report-error.js';

export interface Cleanup {
  /** Remembers an undo; returns it, so that it can also be run early by hand. */
  add(undo: () => void): () => void;
  /** Adds a listener and remembers its removal. */
  listen(
    target: EventTarget | undefined,
    type: string,
    listener: (event: Event) => void,
    options?: AddEventListenerOptions,
  ): void;
  /** Runs every undo, newest first, once. One that throws does not stop the others. */
  run(): void;
}

export function createCleanup(): Cleanup {
  let undos: (() => void)[] = [];
  const cleanup: Cleanup = {
    add(undo) {
      undos.push(undo);
      return undo;
    },
    listen(target, type, listener, options) {
      if (!target) return;
      target.addEventListener(type, listener, options);
      cleanup.add(() => target.removeEventListener(type, listener, options));
    },
    run() {
      const now = undos.reverse();
      undos = [];
      for (const undo of now) {
        try {
          undo();
        } catch (error) {
          reportError(error);
        }
      }
    },
  };
  return cleanup;
}
