// The whole way from resolved layers to a checked file. Runs alike on a page and in a worker.
import { FanfareError } from '@fanfare/core/errors';
import { awaitPageFonts, type FontStore, loadFonts } from '../assets/load-fonts.js';
import { throwIfAborted } from '../assets/within.js';
import { checkFile } from '../check/check.js';
import { cssFont } from '../layout/measure.js';
import { type Placed, placeLayers } from '../layout/place.js';
import { type Canvas, type CreateCanvas, createCanvas, openCanvas, releaseCanvas } from '../paint/canvas.js';
import { createMeasure } from '../paint/measure.js';
import { paintBackground, paintLayers } from '../paint/paint.js';
import type { Bitmap, Painter } from '../paint/painter.js';
import { planCodes } from '../paint/plan-codes.js';
import { parseColor } from '../scene/color.js';
import { encode } from './encode.js';
import type { Hooks, Job, Produced, Warning } from './job.js';

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

/** Scales that are tried to keep within the bytes. */
const SHRINKS = 4;

/** @throws FanfareError naming the layer and the reason. */
export async function produce(
  job: Job,
  bitmaps: ReadonlyMap<string, Bitmap>,
  hooks: Hooks,
  on: Platform,
): Promise<Produced> {
  const warnings: Warning[] = [];
  const warnFont = (message: string) => warnings.push({ code: 'font_failed', message });
  const fontOptions = { timeLimit: job.fontTimeLimit, signal: hooks.signal, warn: warnFont };
  await loadFonts(job.scene.fonts ?? [], on.fonts, fontOptions);
  await awaitPageFonts(fontsOf(job), on.fonts, fontOptions);

  let { ratio } = job;
  for (let attempt = 0; ; attempt++) {
    const made = await produceChecked({ ...job, ratio }, bitmaps, hooks, on);
    const { maxBytes } = job;
    if (maxBytes === undefined || made.blob.size <= maxBytes || attempt === SHRINKS) {
      if (ratio < job.ratio)
        warnings.push({
          code: 'scaled_down',
          message: `The picture was made ${made.width} pixels wide to keep within ${maxBytes} bytes.`,
        });
      if (maxBytes !== undefined && made.blob.size > maxBytes)
        throw tooBig(made.blob.size, maxBytes, 'Raise "maxBytes".');
      const { plans: _, ...plain } = made;
      return { ...plain, warnings: [...warnings, ...made.warnings] };
    }
    const next = ratio * Math.min(0.92, Math.sqrt(maxBytes / made.blob.size) * 0.96);
    const held = made.plans.find((plan) => plan.minRatio > next);
    if (held)
      throw tooBig(
        made.blob.size,
        maxBytes,
        `${held.name} would no longer be readable any smaller. Raise "maxBytes" or enlarge the code.`,
      );
    ratio = next;
  }
}

/** One poster at one scale; painted a second time if the check finds fault with the first. */
async function produceChecked(job: Job, bitmaps: ReadonlyMap<string, Bitmap>, hooks: Hooks, on: Platform) {
  try {
    return await produceOnce(job, bitmaps, hooks, on);
  } catch (error) {
    const again =
      error instanceof FanfareError &&
      ['qr_unreadable', 'picture_blank', 'encode_failed'].includes(error.code);
    if (!again || hooks.signal?.aborted) throw error;
    return produceOnce(job, bitmaps, hooks, on);
  }
}

async function produceOnce(job: Job, bitmaps: ReadonlyMap<string, Bitmap>, hooks: Hooks, on: Platform) {
  throwIfAborted(hooks.signal);
  hooks.onStage('paint');
  const { scene, ratio } = job;
  const width = Math.max(1, Math.round(scene.width * ratio));
  const height = Math.max(1, Math.round(scene.height * ratio));
  const seeThrough = job.type !== 'image/jpeg' && isSeeThrough(scene.background);
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
    releaseCanvas(canvas);
    hooks.onStage('check');
    const codes = [...plans.values()];
    await checkFile(
      blob,
      { width, height, plans: codes, pictures: painter.marks, boxes: painter.boxes },
      job.timeLimit,
      hooks.signal,
    );
    const qr = codes.map(({ name, text }) => ({ layer: name, text, decoded: true as const }));
    return {
      blob,
      width,
      height,
      qr,
      plans: codes,
      warnings: [...cutTexts(placed), ...encodeWarnings(job, blob, quality)],
    };
  } finally {
    free(canvas);
  }
}

const free = (canvas: Canvas) => canvas.width && releaseCanvas(canvas);

function isSeeThrough(background: Job['scene']['background']): boolean {
  return typeof background === 'string' && (parseColor(background)?.[3] ?? 1) < 1;
}

function encodeWarnings(job: Job, blob: Blob, quality: number): Warning[] {
  const warnings: Warning[] = [];
  if (blob.type !== job.type)
    warnings.push({
      code: 'type_replaced',
      message: `This browser cannot write ${job.type}; the file is ${blob.type}.`,
    });
  if (quality < job.quality)
    warnings.push({
      code: 'quality_lowered',
      message: `Quality was lowered to ${quality.toFixed(2)} to keep within the bytes.`,
    });
  return warnings;
}

function cutTexts(placed: readonly Placed[]): Warning[] {
  return placed.flatMap((one): Warning[] => {
    if ('children' in one) return cutTexts(one.children);
    if (!('block' in one) || !one.block.cut) return [];
    return [
      {
        code: 'text_cut',
        layer: one.layer.name,
        message: `${one.layer.name}: the text did not fit and ends with an ellipsis.`,
      },
    ];
  });
}

/** The fonts that texts are set in, as CSS values. */
function fontsOf({ scene }: Job): Set<string> {
  const fonts = new Set<string>();
  const visit = (layers: Job['scene']['layers']) => {
    for (const layer of layers) {
      if (layer.type === 'group') visit(layer.layers);
      if (
        layer.type === 'text' &&
        layer.font !== undefined &&
        layer.font !== 'sans' &&
        layer.font !== 'serif'
      )
        fonts.add(
          cssFont({
            family: layer.font,
            size: 16,
            weight: layer.weight ?? 400,
            italic: layer.italic ?? false,
            letterSpacing: 0,
          }),
        );
    }
  };
  visit(scene.layers);
  return fonts;
}

const tooBig = (size: number, maxBytes: number, fix: string) =>
  new FanfareError(
    'poster',
    'too_big',
    `The picture needs ${size} bytes and "maxBytes" allows ${maxBytes}. ${fix}`,
  );
