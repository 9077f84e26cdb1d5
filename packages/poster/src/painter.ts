// The painter for hosts that draw their own page around it.
export type { CaptureOptions } from './capture/capture.js';
export { capturePoster } from './capture/capture.js';
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
export { preparePoster } from './render/prepare.js';
export { renderPoster } from './render-poster.js';
export type { Layer } from './scene/layers.js';
export type { Scene, Variant } from './scene/scene.js';
export type { SizeName, SizePreset } from './scene/sizes.js';
export { sizes } from './scene/sizes.js';
export type { SceneName } from './scenes/names.js';
export { loadScene, sceneNames } from './scenes/names.js';
