// Writes the generated parts of docs/backend.md: routes and codes from @fanfare/protocol, clauses from the cases of
// @fanfare/conformance. A test says when it is out of date.
import { readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { runnerImport } from 'vite';

const root = resolve(import.meta.dirname, '..');
export const page = join(root, 'docs/backend.md');

const CALLERS = { public: 'anybody', participant: 'participant', host: 'host’s server', admin: 'operator' };
const CACHING = { edge: 'public', private: 'private', none: '`no-store`' };
/** @type {(values: readonly string[]) => string} */
const row = (values) => `| ${values.map((value) => value.replaceAll('|', '\\|')).join(' | ')} |`;
/** @type {(head: readonly string[], rows: string[][]) => string} */
const table = (head, rows) => [row(head), row(head.map(() => '---')), ...rows.map(row)].join('\n');
/** @type {(codes: readonly string[]) => string} */
const coded = (codes) => codes.map((code) => `\`${code}\``).join(' ');

/**
 * The generated blocks by their names.
 * @param {Pick<typeof import('../packages/protocol/src/index.js'), 'routes' | 'contracts' | 'codes'>} protocol
 * @param {Pick<typeof import('../packages/conformance/src/index.js'), 'cases' | 'levels' | 'levelNames'>} kit
 */
export function blocksOf({ routes, contracts, codes }, { cases, levels, levelNames }) {
  const routeRows = Object.values(routes).map(({ name, method, path, caller, caching, keyed }) => [
    `\`${name}\``,
    `\`${method} ${path}\``,
    CALLERS[caller],
    CACHING[caching],
    keyed ? 'yes' : '',
    contracts[name].summary,
    coded(contracts[name].refuses),
  ]);
  const codeRows = Object.entries(codes).map(([code, { status, retryable, title }]) => [
    `\`${code}\``,
    String(status),
    retryable ? 'yes' : '',
    title,
  ]);
  const clausesOf = (/** @type {string} */ level) =>
    cases
      .filter(({ clause }) => clause.startsWith(`${level}.`))
      .map(({ clause, says }) => `- <a id="${clause}"></a>**${clause}** · ${says}`);
  return {
    routes: table(['route', 'address', 'called by', 'cache', 'key', 'what', 'refuses with'], routeRows),
    codes: table(['code', 'status', 'retryable', 'says'], codeRows),
    clauses: levelNames
      .map((level) => [`### ${level}`, '', levels[level].about, '', ...clausesOf(level)].join('\n'))
      .join('\n\n'),
  };
}

/**
 * The page with its generated parts made anew.
 * @param {string} text
 * @param {Record<string, string>} blocks
 */
export const withBlocks = (text, blocks) =>
  Object.entries(blocks).reduce(
    (whole, [name, block]) =>
      whole.replace(
        new RegExp(`(<!-- ${name} -->\n)[^]*?(<!-- /${name} -->)`),
        (_all, begin, end) => `${begin}\n${block}\n\n${end}`,
      ),
    text,
  );

/** Makes the page's generated parts anew. */
export async function writePage() {
  const load = async (/** @type {string} */ entry) => {
    const conditions = ['@fanfare/source', 'node'];
    return (await runnerImport(join(root, entry), { configFile: false, resolve: { conditions } })).module;
  };
  const protocol = /** @type {typeof import('../packages/protocol/src/index.js')} */ (
    await load('packages/protocol/src/index.ts')
  );
  const kit = /** @type {typeof import('../packages/conformance/src/index.js')} */ (
    await load('packages/conformance/src/index.ts')
  );
  writeFileSync(page, withBlocks(readFileSync(page, 'utf8'), blocksOf(protocol, kit)));
  console.log('wrote docs/backend.md');
}

if (process.argv[1] === import.meta.filename) await writePage();
