// What the workspace's architecture is, as data. The checks beside this file read it; docs/architecture.md tells why.

export interface ImportRule {
  /** What its sources may import, types included. `@fanfare/x` admits its subpaths; see `matches` for the rest. */
  imports: string[];
  /** What the entries `.` and `./element` may reach only by way of an `import()`: loaded when it is needed. */
  lazy?: string[];
  /** More, for the sources under one path of its `src`. */
  within?: Record<string, string[]>;
}

/** Small facts that stay free of preact and zod, so that anything may stand on them. */
const PURE_CORE = [
  'clock',
  'transport',
  'storage',
  'cleanup',
  'errors',
  'environment',
  'identifier',
  'emitter',
  'track',
].map((path) => `@fanfare/core/${path}`);
/** `@preact/signals-core` stands in for `@preact/signals`: the same signals without patching preact. */
const VIEW = ['preact', '@preact/signals-core', 'zod/mini'];
const NODE = ['node:*'];

/** What of the server runs in a page. */
const SERVER_IN_PAGE = ['@fanfare/server', '@fanfare/server/memory'];

const widget = (lazy: string[] = []): ImportRule => ({
  imports: ['@fanfare/core', '@fanfare/protocol', ...VIEW],
  lazy,
});
/** Widgets never import each other, and never track. */
const WIDGETS = {
  countdown: widget(),
  poster: widget(['html2canvas', 'jsqr']),
  invite: widget(),
  lottery: widget(['canvas-confetti']),
  checkin: widget(),
  launcher: widget(),
  board: widget(),
  rules: widget(),
  rewards: widget(),
};
const ALL_WIDGETS = Object.keys(WIDGETS).map((name) => `@fanfare/${name}`);

/** Who may import whom. A package that is not here is a widget (a scaffolded one, say), or the check fails. */
export const importRules: Record<string, ImportRule> = {
  protocol: { imports: ['zod/mini'] },
  core: {
    imports: ['@fanfare/protocol', ...VIEW, 'idb-keyval'],
    lazy: ['qrcode'],
    // The widgets' shared test suite: runs in a test runner, never in a page.
    within: { 'testing/': ['vitest', 'axe-core', '@testing-library/preact'] },
  },
  ...WIDGETS,
  track: { imports: ['idb-keyval', ...PURE_CORE], lazy: ['@fanfare/core/qr'] },
  themes: { imports: [] },
  elements: { imports: [...ALL_WIDGETS, '@fanfare/track', '@fanfare/core', '@fanfare/themes'] },
  react: { imports: ['@fanfare/core', ...ALL_WIDGETS, '@fanfare/track', 'react', 'react-dom'] },
  vue: { imports: ['@fanfare/core', ...ALL_WIDGETS, '@fanfare/track', 'vue'] },
  server: {
    imports: ['@fanfare/protocol', 'hono', 'jose'],
    within: {
      'postgres/': ['kysely', 'pg', '@electric-sql/pglite', ...NODE],
      'node/': ['@hono/node-server', ...NODE],
      'nats/': ['@nats-io/jetstream', '@nats-io/transport-node'],
      'bin.ts': NODE,
    },
  },
  // The server in the page: its app and its memory, never what needs Node or SQL. The panel is a view like any other.
  rehearsal: {
    imports: ['@fanfare/protocol', '@fanfare/core', 'preact', '@preact/signals-core'],
    within: {
      'backend.ts': SERVER_IN_PAGE,
      'state.ts': SERVER_IN_PAGE,
      'create-rehearsal.ts': SERVER_IN_PAGE,
      'facts.ts': SERVER_IN_PAGE,
    },
  },
  conformance: { imports: ['@fanfare/protocol', 'jose'], within: { 'bin.ts': NODE, 'node/': NODE } },
};
/** The rule for a package that `importRules` does not name but that holds a widget. */
export const newWidget = widget();

export interface Unreachable {
  entries: string[];
  packages: string[];
  because: string;
  /** Whether `import()` may reach it. */
  unlessLazy?: boolean;
}

/** What must not be reached from an entry, over any number of imports; types do not count. */
export const unreachable: Unreachable[] = [
  {
    entries: [...PURE_CORE, '@fanfare/track'],
    packages: ['preact', '@preact/*', 'zod', 'zod/*'],
    because: 'the tracking client stands on it and pays for neither',
  },
  {
    entries: [
      '@fanfare/server',
      '@fanfare/server/memory',
      '@fanfare/rehearsal',
      '@fanfare/rehearsal/element',
    ],
    packages: ['kysely', 'pg', '@electric-sql/*', '@hono/node-server', '@nats-io/*', 'node:*'],
    because: 'the app also runs in the page, behind a rehearsal',
  },
  ...Object.entries(importRules).map(([name, { lazy = [] }]) => ({
    entries: [`@fanfare/${name}`, `@fanfare/${name}/element`],
    packages: lazy,
    because: 'a page loads it when it is needed',
    unlessLazy: true,
  })),
  {
    entries: ['@fanfare/core', '@fanfare/core/element'],
    packages: ['vitest', 'axe-core', '@testing-library/*', '@fanfare/core/testing'],
    because: 'a page never loads the test suite',
  },
];

/** The anatomy of a widget in reading order: a file imports only files above it (and core, protocol). */
export const anatomy = [
  'config',
  'text',
  'facts',
  'state',
  'controller',
  'view',
  'css',
  'index',
  'element',
] as const;
export type Role = (typeof anatomy)[number];

/** Folders and entries of a widget's package that are a library of their own, beside the widget's flat files. */
export const libraries: Record<string, RegExp> = {
  poster:
    /^packages\/poster\/src\/((assets|capture|check|layout|lint|paint|render|scene|scenes)\/|(painter|render-poster|scene|worker)\.ts$)/,
};

export const limits = { fileLines: 300, widgetIndexLines: 25 };

/** Names a reader cannot guess the content of. */
export const forbiddenFiles = /^(utils?|helpers?|types|misc|common)\.tsx?$/;

/** Stands in `exceptions` for a file that may be longer than others. */
export const LONG = 'more lines';

/** Where a forbidden word is right after all, and why. */
export const exceptions: { file: string; word: string; because: string }[] = [
  {
    file: 'packages/poster/src/paint/canvas.ts',
    word: 'OffscreenCanvas',
    because: 'in a worker, which is only started where it is there',
  },
  {
    file: 'examples/minimal-backend/server.mjs',
    word: LONG,
    because: 'a whole backend in one file is what the example is about',
  },
];

/** Whether a file may hold a word that others may not. */
export const isExcepted = (file: string, word: string) =>
  exceptions.some((exception) => exception.file === file && exception.word === word);

/** Attributes that every HTML element has: a config key of the same name would be set by accident. */
export const htmlGlobalAttributes = (
  'accesskey anchor autocapitalize autocorrect autofocus class contenteditable dir draggable enterkeyhint exportparts ' +
  'hidden id inert inputmode is itemid itemprop itemref itemscope itemtype lang nonce part popover role slot ' +
  'spellcheck style tabindex title translate virtualkeyboardpolicy writingsuggestions'
).split(' ');
