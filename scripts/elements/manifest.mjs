// Makes custom-elements.json of the widget values: tags, attributes, events, parts and tokens, for editors and docs.
import { readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { createServer } from 'vite';
import { filesUnder } from '../files.mjs';
import { describe } from './describe.mjs';

const workspace = resolve(import.meta.dirname, '../..');
const WIDGETS = ['countdown', 'lottery', 'poster', 'invite', 'checkin'];
const MODULE = 'dist/fanfare.js';

/** @typedef {(file: string) => Promise<Record<string, any>>} Load */
/** @typedef {{ fallback: unknown, expected: string }} Field */

/** Writes `dist/custom-elements.json` of @fanfare/elements. */
export async function writeManifest() {
  const sources = await openSources();
  const load = (/** @type {string} */ file) => sources.ssrLoadModule(join(workspace, 'packages', file));
  /** @type {object & { name: string, tagName: string }[]} */
  const declarations = [await activity(load)];
  for (const name of WIDGETS) declarations.push(await widget(name, load));
  await sources.close();
  const manifest = {
    schemaVersion: '2.1.0',
    modules: [
      {
        kind: 'javascript-module',
        path: MODULE,
        declarations,
        exports: declarations.map(({ name, tagName }) => ({
          kind: 'custom-element-definition',
          name: tagName,
          declaration: { name, module: MODULE },
        })),
      },
    ],
  };
  const file = join(workspace, 'packages/elements/dist/custom-elements.json');
  writeFileSync(file, `${JSON.stringify(manifest, null, 2)}\n`);
}

/**
 * @param {string} name
 * @param {Load} load
 */
async function widget(name, load) {
  const source = join(workspace, 'packages', name, 'src');
  const { [name]: value } = await load(`${name}/src/index.ts`);
  const options = describe(join(source, `${name}.config.ts`), `${name}Config`);
  const facts = describe(join(source, `${name}.facts.ts`), `${name}Facts`);
  const { attributeOf } = await load('core/src/widget/config.ts');
  const own = describe(join(workspace, 'packages/core/src/widget/mount.tsx'), 'MountOptions');
  const fields = Object.entries(/** @type {Record<string, Field>} */ (value.config)).map(([key, field]) => ({
    key,
    type: typeOf(field),
    default: field.fallback === undefined ? undefined : JSON.stringify(field.fallback),
    description: options.get(key),
  }));
  for (const key of ['locale', 'theme'])
    fields.push({ key, type: 'string', default: undefined, description: own.get(key) });
  return {
    kind: 'class',
    customElement: true,
    name: `Fanfare${name[0]?.toUpperCase()}${name.slice(1)}Element`,
    tagName: `fanfare-${name}`,
    attributes: fields
      .filter(({ type }) => type !== 'function')
      .map(({ key, type, ...rest }) => ({
        name: attributeOf(key),
        type: { text: type },
        ...rest,
        fieldName: key,
      })),
    members: [
      ...fields.map(({ key, type, ...rest }) => ({
        kind: 'field',
        name: key,
        type: { text: type },
        ...rest,
      })),
      ...['activity', 'text'].map((key) => ({ kind: 'field', name: key, description: own.get(key) })),
    ],
    events: [...Object.keys(value.facts), 'error'].map((fact) => ({
      name: `fanfare-${fact}`,
      type: { text: 'CustomEvent' },
      description: facts.get(fact) ?? 'A problem is shown; the detail has `code` and `message`.',
    })),
    cssParts: partsOf([source, join(workspace, 'packages/core/src/widget')]),
    cssProperties: tokensOf([source, join(workspace, 'packages/core/src/widget')]),
  };
}

/** @param {Load} load */
async function activity(load) {
  const core = join(workspace, 'packages/core/src');
  const { FanfareActivityElement } = await load('core/src/activity-element.ts');
  const options = describe(join(core, 'activity/activity.ts'), 'ActivityOptions');
  const events = describe(join(core, 'activity/activity.ts'), 'ActivityEvents');
  const field = (/** @type {string} */ key) => ({
    name: key,
    type: { text: 'string' },
    description: options.get(key === 'activity' ? 'id' : key),
  });
  return {
    kind: 'class',
    customElement: true,
    name: 'FanfareActivityElement',
    tagName: 'fanfare-activity',
    attributes: FanfareActivityElement.observedAttributes.map(field),
    members: [...options.keys()]
      .filter((key) => key !== 'id')
      .map((key) => ({ kind: 'field', name: key, description: options.get(key) })),
    events: [...events].map(([name, description]) => ({
      name: `fanfare-${name}`,
      type: { text: 'CustomEvent' },
      description,
    })),
    cssParts: [],
    cssProperties: [],
  };
}

/** @param {Field} field */
function typeOf({ fallback, expected }) {
  if (expected === 'a function') return 'function';
  if (expected.startsWith('one of ')) return expected.slice(7).replaceAll(', ', ' | ');
  return typeof fallback === 'boolean' || typeof fallback === 'number' ? typeof fallback : 'string';
}

/** What `part=` names in the markup of these folders. @param {string[]} folders */
function partsOf(folders) {
  const names = texts(folders, /\.tsx?$/).flatMap((text) =>
    [...text.matchAll(/\bpart(?:=|: |', )["'`]([a-z][a-z -]*)["'`]/g)].flatMap(([, words = '']) =>
      words.split(' '),
    ),
  );
  return [...new Set(names)].sort().map((name) => ({ name }));
}

/** The public tokens that these folders' styles read. @param {string[]} folders */
function tokensOf(folders) {
  const names = texts(folders, /\.css$/).flatMap((text) => text.match(/--ff-[a-z0-9-]+/g) ?? []);
  return [...new Set(names)].sort().map((name) => ({ name }));
}

/**
 * @param {string[]} folders
 * @param {RegExp} files
 */
const texts = (folders, files) =>
  folders
    .flatMap(filesUnder)
    .filter((file) => files.test(file))
    .map((file) => readFileSync(file, 'utf8'));

/** A reader of sources, with everything that they import. */
const openSources = () =>
  createServer({
    configFile: false,
    root: workspace,
    logLevel: 'error',
    server: { middlewareMode: true, watch: null, ws: false },
    optimizeDeps: { noDiscovery: true },
    resolve: { conditions: ['@fanfare/source'] },
    ssr: { resolve: { conditions: ['@fanfare/source', 'module', 'node'] }, noExternal: [/^@fanfare\//] },
    oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  });
