// How the parts that a widget loads later are built, so that they cost the first load nothing. Bundlers cut a module that
// both the page and a later part import out of the page's file, into one of its own, and every cut costs bytes and a
// request. So a later part imports nothing that the page has: of its own package's modules it has copies (they are
// pure), and what must be one on the page (preact, signals, the ticker, styles) it takes from `@fanfare/core/late`.

const HANDED_OVER = ['preact', '@preact/signals-core', '@fanfare/core'];
const TOOLS = '@fanfare/core/late';
const MARK = '?late';

/** Of `@fanfare/core/late` itself: where it begins, and the one module that it shares with the page. */
const ENTRY = /core\/src\/late\/index\.ts$/;
const SHARED = /core\/src\/late\/tools\.ts$/;

const isLate = (/** @type {string | undefined} */ id) =>
  id !== undefined && (id.endsWith(MARK) || ENTRY.test(id));

/**
 * Whether an import stays one in the output.
 * @typedef {(id: string) => boolean} IsOutside
 */

/**
 * @param {IsOutside} isOutside
 * @returns {(id: string, importer?: string) => boolean}
 */
export const outsideOfLateParts = (isOutside) => (id, importer) =>
  isOutside(id) && !(isLate(importer) && HANDED_OVER.includes(id));

/**
 * @param {IsOutside} isOutside
 * @returns {import('vite').Plugin}
 */
export function lateParts(isOutside) {
  return {
    name: 'fanfare-late-parts',
    enforce: 'pre',
    async resolveId(source, importer, { kind }) {
      if (kind !== 'dynamic-import' && !isLate(importer)) return null;
      if (HANDED_OVER.includes(source)) return { id: TOOLS, external: true };
      if (isOutside(source)) return null;
      const resolved = await this.resolve(source, importer?.replace(MARK, ''), { skipSelf: true });
      const isCopied = resolved && /\.tsx?$/.test(resolved.id) && !SHARED.test(resolved.id);
      return isCopied ? { ...resolved, id: resolved.id + MARK } : resolved;
    },
  };
}
