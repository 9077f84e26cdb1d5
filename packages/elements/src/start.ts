// Puts Fanfare into the page: once, whatever is loaded how often.
import type { Calls, Fanfare } from './api.js';
import { watch } from './loader.js';
import type { PageActivity } from './page-activity.js';
import type { Source } from './sources.js';
import { VERSION } from './version.js';

export interface Start {
  /** Of the tags that are looked after at once. */
  prefix: string;
  sources: { [name: string]: Source };
  calls: Calls;
  page: PageActivity | undefined;
}

const report = (...words: unknown[]) => console.error(...words);

/** Makes the object that is `window.Fanfare` where there is none yet, and looks after the document's tags. */
export function start({ prefix, sources, calls, page }: Start): Fanfare {
  const fanfare: Fanfare = {
    ...calls,
    version: VERSION,
    others: {},
    register: ({ prefix = 'fanfare', root = document } = {}) =>
      watch(root, { sources, prefix, report, met: page?.met }),
    push(...work) {
      for (const call of work) void Promise.resolve(fanfare).then(call);
    },
  };
  if (typeof document === 'undefined') return fanfare;

  const there = window.Fanfare;
  if (!there || Array.isArray(there)) {
    window.Fanfare = fanfare;
    fanfare.push(...(there ?? []));
  } else if (there.others) {
    if (there.version === VERSION || there.others[VERSION]) return fanfare;
    there.others[VERSION] = fanfare;
    if (prefix === 'fanfare') {
      console.warn(
        `[fanfare/elements] This page has version ${there.version} already, so version ${VERSION} stands back. ` +
          'Load one of them, or give the second tags of its own: data-prefix="acme" on its script tag.',
      );
      return fanfare;
    }
  } else {
    report('[fanfare/elements] window.Fanfare is something else on this page: only tags will work.');
  }
  fanfare.register({ prefix });
  return fanfare;
}
