// The participant's sections, each at the highest revision seen:
//
//   page   GET me ------------------> (slow)        chances r7
//          POST draws --> chances r8 : shown
//          <------------------------- chances r7    older: ignored
//
// so neither an answer out of order nor a replay an hour later rolls the page back.
import type { AnySection } from '@fanfare/protocol';
import { batch, type Signal, signal } from '@preact/signals-core';

export interface Sections {
  get(name: string): Signal<AnySection | undefined>;
  merge(changed: Record<string, AnySection | undefined>): void;
  /** Forgets everything: another participant's revisions mean nothing. */
  clear(): void;
}

export function createSections(): Sections {
  const byName = new Map<string, Signal<AnySection | undefined>>();
  const get = (name: string) => {
    let section = byName.get(name);
    if (!section) {
      section = signal<AnySection | undefined>(undefined);
      byName.set(name, section);
    }
    return section;
  };
  return {
    get,
    merge(changed) {
      batch(() => {
        for (const [name, next] of Object.entries(changed)) {
          const section = get(name);
          if (next && next.revision > (section.peek()?.revision ?? -1)) section.value = next;
        }
      });
    },
    clear() {
      batch(() => {
        for (const section of byName.values()) section.value = undefined;
      });
    },
  };
}
