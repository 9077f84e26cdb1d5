// Builds the classic script of a package: one file that any <script> takes, and ES modules beside it that it imports
// when it needs them. A bundler gives an ES module with chunks; here its entry becomes a function that is called, and
// what the chunks import from it is handed over under a symbol.
import { createHash } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { build, loadConfigFromFile, mergeConfig, parseSync } from 'vite';

const workspace = resolve(import.meta.dirname, '../..');
/** Chromium 78 and iOS 13: ES2019, and `import()`. */
const TARGET = ['chrome78', 'safari13'];

/**
 * Writes `dist/NAME.iife.js` and `dist/iife/`; answers with the names of the files below `dist`.
 *
 * @param {string} folder The package's; `FANFARE_PACKAGE` names it too.
 * @param {string} source Path of the entry below it: `src/fanfare.iife.ts`.
 */
export async function buildClassic(folder, source) {
  const name = source.replace(/^src\/|\.ts$/g, '');
  const chunks = await bundle(source, name);
  const main = chunks.find((chunk) => chunk.fileName === MAIN);
  if (!main || main.imports.length > 0) throw new Error(`${source}: what it imports is not in one file.`);
  const key = `fanfare:${createHash('sha256').update(main.code).digest('hex').slice(0, 12)}`;

  const files = new Map([[`${name}.js`, asScript(main.code, key)]]);
  for (const { fileName, code } of chunks)
    if (fileName.startsWith('iife/')) files.set(fileName, withoutMain(code, key));
  for (const [file, code] of files) {
    const path = join(folder, 'dist', file);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, code);
  }
  return [...files.keys()];
}

/** The entry and all that it imports statically. */
const MAIN = 'main.js';

/**
 * @param {string} source
 * @param {string} name
 */
async function bundle(source, name) {
  const env = { command: /** @type {const} */ ('build'), mode: 'production' };
  const loaded = await loadConfigFromFile(env, join(workspace, 'vite.config.ts'));
  if (!loaded) throw new Error('vite.config.ts could not be read.');
  const config = mergeConfig(loaded.config, {
    configFile: false,
    build: {
      write: false,
      target: TARGET,
      sourcemap: false,
      rolldownOptions: {
        output: {
          chunkFileNames: (/** @type {{ name: string }} */ chunk) =>
            chunk.name === name ? MAIN : 'iife/[name]-[hash].js',
        },
      },
    },
  });
  config.build.lib.entry = { [name]: source };
  config.build.rolldownOptions.output.codeSplitting = { groups: [{ name, tags: ['$initial'] }] };
  const results = /** @type {import('vite').Rolldown.RolldownOutput[]} */ ([await build(config)].flat());
  return results.flatMap(({ output }) => output.filter((file) => file.type === 'chunk'));
}

/**
 * The module as a function that is called once: a second script of the same build does nothing.
 * @param {string} code
 * @param {string} key
 */
function asScript(code, key) {
  const { program } = parse(code);
  const exported = program.body.find((node) => node.type === 'ExportNamedDeclaration');
  const getters = (exported?.specifiers ?? []).map(
    ({ local, exported }) => `get ${nameOf(exported)}(){return ${nameOf(local)}}`,
  );
  const body = exported ? code.slice(0, exported.start) + code.slice(exported.end) : code;
  return `!function(k){"use strict";if(!self[k]){self[k]={${getters}};${body}}}(Symbol.for(${JSON.stringify(key)}));\n`;
}

/**
 * A chunk that takes what the main file has from where `asScript` has put it.
 * @param {string} code
 * @param {string} key
 */
function withoutMain(code, key) {
  let result = code;
  for (const node of parse(code).program.body.reverse()) {
    if (node.type !== 'ImportDeclaration' || !node.source.value.endsWith(`/${MAIN}`)) continue;
    const names = node.specifiers.map((specifier) => {
      if (specifier.type !== 'ImportSpecifier') throw new Error('The main file is imported by name only.');
      return `${nameOf(specifier.imported)}:${specifier.local.name}`;
    });
    const taken = names.length > 0 ? `const{${names}}=self[Symbol.for(${JSON.stringify(key)})];` : '';
    result = result.slice(0, node.start) + taken + result.slice(node.end);
  }
  return result;
}

/** @param {string} code */
function parse(code) {
  return parseSync('chunk.js', code, { sourceType: 'module' });
}

/** @param {import('vite').ESTree.ModuleExportName} node */
const nameOf = (node) => (node.type === 'Literal' ? JSON.stringify(node.value) : node.name);
