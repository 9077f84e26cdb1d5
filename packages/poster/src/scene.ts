// For editors and build steps: scenes checked, judged and fitted without painting. Apart from the main entry,
// because the schema is the larger half and a page that only paints loads it with the painter.

export type { LintOptions } from './lint/lint.js';
export { lintScene } from './lint/lint.js';
export type { LintWarning } from './lint/lint-warning.js';
export { fitScene } from './scene/fit-scene.js';
export type { Layer } from './scene/layers.js';
export { parseScene } from './scene/parse.js';
export type { Scene, Variant } from './scene/scene.js';
