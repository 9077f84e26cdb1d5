// The whole way from resolved layers to a checked file. Runs alike on a page and in a worker.
import { awaitPageFonts, type FontStore, loadFonts } from '../assets/load-fonts.js';
import { throwIfAborted } from '../assets/within.js';
import { checkFile, checkTwice } from '../check/check.js';
import { placeLayers } from '../layout/place.js';
import { type CreateCanvas, createCanvas, openCanvas, releaseCanvas } from '../paint/canvas.js';
import { createMeasure } from '../paint/measure.js';
import { paintBackground, paintLayers } from '../paint/paint.js';
import type { Bitmap, Painter } from '../paint/painter.js';
import { planCodes } from '../paint/plan-codes.js';
import { parseColor } from '../scene/color.js';
import { encode } from './encode.js';
import { fontsOf } from './fonts-of.js';
import type { Hooks, Job, Produced, Warning } from './job.js';
import { cutTexts, denseCodes, encodeWarnings, scaleWarnings } from './warnings.js';
import { withinBytes } from './within-bytes.js';

/** What differs between a page, a worker and a test. */
export interface Platform {
  createCanvas: CreateCanvas;
  fonts: FontStore | undefined;
}

/** This thread as it is. */
export const platform = (): Platform => ({
  createCanvas,
  fonts: (typeof document === 'undefined' ? (globalThis as { fonts?: FontStore }).fonts : document.fonts) as
    | FontStore
    | undefined,
});

/** @throws FanfareError naming the layer and the reason. */
export async function produce(
  job: Job,
  bitmaps: ReadonlyMap<string, Bitmap>,
  hooks: Hooks,
  on: Platform,
): Promise<Produced> {
  const warnings: Warning[] = [];
  const warn = (message: string) => warnings.push({ code: 'font_failed', message });
  const fontOptions = { timeLimit: job.fontTimeLimit, signal: hooks.signal, warn };
  await loadFonts(job.scene.fonts ?? [], on.fonts, fontOptions);
  await awaitPageFonts(fontsOf(job.scene.layers), on.fonts, fontOptions);

  const { made, ratio } = await withinBytes(job.ratio, job.maxBytes, (current) =>
    checkTwice(() => produceOnce({ ...job, ratio: current }, bitmaps, hooks, on), hooks.signal),
  );
  const { blob, width, height, qr } = made;
  return {
    blob,
    width,
    height,
    qr,
    warnings: [...warnings, ...scaleWarnings(job.ratio, ratio, width), ...made.warnings],
  };
}

async function produceOnce(job: Job, bitmaps: ReadonlyMap<string, Bitmap>, hooks: Hooks, on: Platform) {
  throwIfAborted(hooks.signal);
  hooks.onStage('paint');
  const { scene, ratio } = job;
  const width = Math.max(1, Math.round(scene.width * ratio));
  const height = Math.max(1, Math.round(scene.height * ratio));
  const seeThrough = job.type !== 'image/jpeg' && isSeeThrough(scene.background);
  // Without an alpha channel a PNG is smaller and both formats are encoded faster.
  const { canvas, context } = openCanvas(on.createCanvas, width, height, { alpha: seeThrough });
  try {
    const placed = placeLayers(scene.layers, createMeasure(context));
    const plans = planCodes(placed, ratio, bitmaps);
    const painter: Painter = {
      context,
      ratio,
      alpha: 1,
      turned: false,
      bitmaps,
      plans,
      marks: [],
      boxes: [],
    };
    paintBackground(painter, scene.background, width, height, seeThrough);
    paintLayers(painter, placed);
    throwIfAborted(hooks.signal);
    hooks.onStage('encode');
    const { blob, quality } = await encode(canvas, job, hooks.signal);
    // Before the file is opened again: two full pictures at once are what iOS runs out of.
    releaseCanvas(canvas);
    hooks.onStage('check');
    const limits = [...plans.values()];
    const codes = limits.map(({ name, text, area, edges }) => ({
      name,
      text,
      area,
      module: edges[1]! - edges[0]!,
    }));
    await checkFile(
      blob,
      { width, height, codes, pictures: painter.marks, boxes: painter.boxes },
      job.timeLimit,
      hooks.signal,
    );
    const qr = codes.map(({ name, text, area }) => ({ layer: name, text, decoded: true as const, area }));
    return {
      blob,
      width,
      height,
      qr,
      limits,
      warnings: [...cutTexts(placed), ...denseCodes(limits), ...encodeWarnings(job, blob, quality)],
    };
  } finally {
    releaseCanvas(canvas);
  }
}

function isSeeThrough(background: Job['scene']['background']): boolean {
  return typeof background === 'string' && (parseColor(background)?.[3] ?? 1) < 1;
}
