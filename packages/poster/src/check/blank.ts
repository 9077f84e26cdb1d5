// Finds pictures that came out blank: an engine that ran out of memory, or painted before decoding, leaves one
// flat colour where a picture should be.
import type { Box } from '../layout/place.js';
import { createCanvas, openCanvas, releaseCanvas } from '../paint/canvas.js';
import type { Bitmap, Mark } from '../paint/painter.js';
import type { DecodedFile } from './decoded-file.js';
import { clipTo, grayOf, shrinkGray } from './gray.js';

/** Samples a side. */
const GRID = 12;
/** Samples at the rim that are left out: there a frame or a round corner shows. */
const RIM = 2;
/** Fewest open samples that allow a verdict. */
const ENOUGH = 8;
/** Pixels that a strip of samples is high. */
const STRIP = 2;
/** Difference of grey that is no mere trace of compression. */
const NOTICEABLE = 10;

/**
 * True when the picture's area is one flat colour in the file, though the picture itself is not.
 * @param above Areas painted over it later; samples beneath them are not counted.
 */
export async function isBlank(file: DecodedFile, mark: Mark, above: readonly Box[]): Promise<boolean> {
  const shown = clipTo(file, mark);
  if (shown.width < 4 * GRID || shown.height < 4 * GRID) return false;
  const open = openSamples(shown, above);
  if (open.length < ENOUGH) return false;
  return isFlat(await sampleFile(file, shown), open) && !isFlat(samplePicture(mark.bitmap), open);
}

/** Indices of the samples that nothing was painted over. */
function openSamples({ x, y, width, height }: Box, above: readonly Box[]): number[] {
  const open: number[] = [];
  for (let row = RIM; row < GRID - RIM; row++)
    for (let column = RIM; column < GRID - RIM; column++) {
      const [left, top] = [x + (width * column) / GRID, y + (height * row) / GRID];
      const [right, bottom] = [left + width / GRID, top + height / GRID];
      const covers = (box: Box) =>
        box.x < right && box.x + box.width > left && box.y < bottom && box.y + box.height > top;
      if (!above.some(covers)) open.push(row * GRID + column);
    }
  return open;
}

const isFlat = (grays: Uint8ClampedArray, samples: readonly number[]): boolean => {
  const values = samples.map((index) => grays[index]!);
  return Math.max(...values) - Math.min(...values) <= NOTICEABLE;
};

/** A thin strip through the middle of each row of samples is enough to see whether anything is there. */
async function sampleFile(file: DecodedFile, { x, y, width, height }: Box): Promise<Uint8ClampedArray> {
  const samples = new Uint8ClampedArray(GRID * GRID);
  for (let row = RIM; row < GRID - RIM; row++) {
    const strip = await file.gray({
      x,
      y: y + Math.floor((height * (row + 0.5)) / GRID),
      width,
      height: STRIP,
    });
    samples.set(shrinkGray(strip, GRID, 1).data, row * GRID);
  }
  return samples;
}

function samplePicture(picture: Bitmap): Uint8ClampedArray {
  const { canvas, context } = openCanvas(createCanvas, GRID, GRID, { willReadFrequently: true });
  context.drawImage(picture, 0, 0, GRID, GRID);
  const { data } = context.getImageData(0, 0, GRID, GRID);
  releaseCanvas(canvas);
  return grayOf(data, GRID, GRID).data;
}
