// Other people's code, as it stands in a bundle that strangers' pages load: it leaves the page's globals alone, and
// runs where a host has frozen what the language brings.

/** @type {{ file: RegExp, find: RegExp, put: string }[]} */
const changes = [
  // One configuration for every zod of a page would make ours the host's.
  {
    file: /zod\/v4\/core\/core\.js$/,
    find: /^var _a;\n|\(_a = globalThis\)\.__zod_globalConfig \?\? \(_a\.__zod_globalConfig = \{\}\);/gm,
    put: '',
  },
  { file: /zod\/v4\/core\/core\.js$/, find: /= globalThis\.__zod_globalConfig;/g, put: '= {};' },
  { file: /zod\/v4\/core\/core\.js$/, find: /globalThis\.__zod_globalConfig\?\./g, put: 'globalConfig.' },
  // `A.prototype.valueOf = f` throws where Object.prototype is frozen, unless A's has one of its own.
  {
    file: /signals-core\/dist\/signals-core\.(mjs|module\.js)$/,
    find: /(?<=[;,}])(\w+)\.prototype\.(valueOf|toString)=/g,
    put: '(Object.defineProperty($1.prototype,"$2",{writable:!0,configurable:!0}),$1).prototype.$2=',
  },
  {
    file: /qrcode\/lib\/core\/mode\.js$/,
    find: /^exports\.toString = /gm,
    put: 'Object.defineProperty(exports, "toString", { writable: true }).toString = ',
  },
];

/** @returns {import('vite').Plugin} */
export function atHome() {
  return {
    name: 'fanfare-at-home',
    transform(code, id) {
      const due = changes.filter(({ file }) => file.test(id));
      if (due.length === 0) return undefined;
      let changed = code;
      for (const { find, put } of due) {
        const next = changed.replace(find, put);
        if (next === changed) this.error(`${id} is not what it was: look what became of ${find}`);
        changed = next;
      }
      return { code: changed, map: null };
    },
  };
}
