// renderPoster behind its lazy door: scene and data in, pictures loaded, then painted here or in a worker.
import { loadPictures, pictureNeeds } from '../assets/load-pictures.js';
import { createPictureCache } from '../assets/picture-cache.js';
import { throwIfAborted } from '../assets/within.js';
import { MAX_PIXELS, MAX_SIDE } from '../paint/canvas.js';
import type { PosterData } from '../scene/bind.js';
import { fitScene } from '../scene/fit-scene.js';
import { resolveScene } from '../scene/resolve.js';
import type { Scene } from '../scene/scene.js';
import { sizes } from '../scene/sizes.js';
import type { Job, Producer } from './job.js';
import type { Poster, RenderOptions, Stage, Warning } from './options.js';

/** Pictures decoded for earlier posters; bounded, and only ever a shortcut. */
const cache = createPictureCache();
/** Width in pixels of a poster that asks for nothing else: three times a usual phone's 375. */
const USUAL_WIDTH = 1125;
const DONE: Record<Stage, number> = { assets: 0, paint: 0.3, encode: 0.5, check: 0.8, done: 1 };

/** Checks what is foreign: the schema is a part of its own, which ready scenes do without. */
export type Checks = Pick<typeof import('../scene/parse.js'), 'parseScene' | 'parseLayers'>;

/**
 * See `renderPoster`.
 * @param checks Left out for a ready scene.
 */
export async function render(
  input: Scene,
  data: PosterData,
  options: RenderOptions,
  producer: Producer,
  checks?: Checks,
): Promise<Poster> {
  const { signal, timeLimit = 8000, locale = 'zh-CN', worker } = options;
  throwIfAborted(signal);
  const onStage = (stage: Stage) => options.onProgress?.(stage, DONE[stage]);
  const warnings: Warning[] = [];
  const preset = typeof options.size === 'string' ? sizes[options.size] : options.size;
  const checked = checks ? checks.parseScene(input) : input;
  const fitted = preset ? fitScene(checked, preset) : checked;
  const { scene, pictures } = resolveScene(fitted, data, locale, checks?.parseLayers);
  const wanted =
    options.pixelRatio ??
    (preset && (preset.pixelRatio * preset.width) / scene.width) ??
    USUAL_WIDTH / scene.width;
  const ratio = capRatio(scene, wanted, options.maxPixels ?? MAX_PIXELS, warnings);

  onStage('assets');
  const warnPicture = (layer: string, message: string) =>
    warnings.push({ code: 'picture_failed', layer, message });
  producer.prepare(worker);
  const bitmaps = await loadPictures(
    pictures,
    pictureNeeds(scene.layers, ratio),
    cache,
    { timeLimit, signal, proxy: options.proxy },
    warnPicture,
  );
  const job: Job = {
    scene,
    type: options.type ?? 'image/jpeg',
    quality: options.quality ?? 0.9,
    ratio,
    maxBytes: options.maxBytes,
    timeLimit,
    fontTimeLimit: options.fontTimeLimit ?? 3000,
  };
  const made = await producer.run(job, bitmaps, { signal, onStage }, worker);
  onStage('done');
  const { blob, width, height, qr } = made;
  return { blob, width, height, qr, warnings: [...warnings, ...made.warnings], alt: scene.alt };
}

/** The ratio within the platform's limits. */
function capRatio(
  { width, height }: { width: number; height: number },
  wanted: number,
  maxPixels: number,
  warnings: Warning[],
): number {
  const cap = Math.min(
    Math.sqrt(Math.min(maxPixels, MAX_PIXELS) / (width * height)),
    MAX_SIDE / Math.max(width, height),
  );
  if (!(wanted > cap)) return wanted;
  // A hair less, so that rounding both sides up stays below the cap.
  const ratio = cap * 0.9995;
  warnings.push({
    code: 'pixels_capped',
    message: `${Math.round(width * wanted)} x ${Math.round(height * wanted)} pixels are more than may be painted; the scale was lowered from ${wanted.toFixed(2)} to ${ratio.toFixed(2)}.`,
  });
  return ratio;
}
