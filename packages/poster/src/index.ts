export type { CaptureOptions } from './capture/capture.js';
export { capturePoster } from './capture/capture.js';
export type { LintOptions, LintWarning } from './lint/lint.js';
export { lintScene } from './lint/lint.js';
export type {
  OutputOptions,
  Poster,
  PosterData,
  PosterType,
  ReadCode,
  RenderOptions,
  Stage,
  Warning,
} from './render/options.js';
export { renderPoster } from './render-poster.js';
export type { Layer } from './scene/layers.js';
export { parseScene } from './scene/parse.js';
export type { Scene, Variant } from './scene/scene.js';
export type { SizeName, SizePreset } from './scene/sizes.js';
export { fitScene, sizes } from './scene/sizes.js';
export type { SceneName } from './scenes/names.js';
export { loadScene, sceneNames } from './scenes/names.js';
