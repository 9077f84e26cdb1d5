// What the poster tests share: small scenes, pictures made on the spot, and ways to wait for an error.
import type { Layer, Scene } from '../src/index.js';

export const link = 'https://example.com/new-year?channel_id=official&invite=8f3kz0q2x7';

/** A scene of 400 x 600 units. */
export const sceneOf = (...layers: Layer[]): Scene => ({ width: 400, height: 600, layers });

export const qrLayer = (rest: object = {}): Layer =>
  ({ type: 'qr', id: 'code', x: 100, y: 380, size: 200, text: '{link}', ...rest }) as Layer;

export const imageLayer = (rest: object = {}): Layer =>
  ({ type: 'image', id: 'hero', source: '{photo}', width: 400, height: 300, ...rest }) as Layer;

/** A picture with something to see everywhere. */
export function stripes(width = 120, height = 90): HTMLCanvasElement {
  const canvas = document.createElement('canvas');
  canvas.width = width;
  canvas.height = height;
  const context = canvas.getContext('2d')!;
  for (let x = 0; x < width; x++) {
    context.fillStyle = `hsl(${(x * 360) / width} 80% ${30 + ((x * 7) % 50)}%)`;
    context.fillRect(x, 0, 1, height);
  }
  return canvas;
}

export const stripesUrl = (width?: number, height?: number): string =>
  stripes(width, height).toDataURL('image/png');

export const blobOf = (canvas: HTMLCanvasElement, type = 'image/png'): Promise<Blob> =>
  new Promise((resolve) => canvas.toBlob((blob) => resolve(blob!), type));

/** The error of a promise that must fail. */
export async function failure(promise: Promise<unknown>): Promise<Error & { code?: string }> {
  try {
    await promise;
  } catch (error) {
    return error as Error & { code?: string };
  }
  throw new Error('expected an error');
}

/** The colour of one pixel of a finished file. */
export async function pixel(blob: Blob, x: number, y: number): Promise<number[]> {
  const bitmap = await createImageBitmap(blob);
  const canvas = document.createElement('canvas');
  canvas.width = 1;
  canvas.height = 1;
  const context = canvas.getContext('2d')!;
  context.drawImage(bitmap, -x, -y);
  bitmap.close();
  return Array.from(context.getImageData(0, 0, 1, 1).data.slice(0, 3));
}

/** Repeatable pseudo-random numbers from 0 to 1. */
export function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 16807) % 2147483647;
    return state / 2147483647;
  };
}

/** The part of pixels, from 0 to 1, that clearly differ between two files of one size. */
export async function difference(one: Blob, other: Blob): Promise<number> {
  const [first, second] = await Promise.all([pixelsOf(one), pixelsOf(other)]);
  let count = 0;
  for (let index = 0; index < first.length; index += 4)
    if (Math.abs(first[index + 1]! - second[index + 1]!) > 24) count += 1;
  return count / (first.length / 4);
}

async function pixelsOf(blob: Blob): Promise<Uint8ClampedArray> {
  const bitmap = await createImageBitmap(blob);
  const canvas = document.createElement('canvas');
  canvas.width = bitmap.width;
  canvas.height = bitmap.height;
  const context = canvas.getContext('2d')!;
  context.drawImage(bitmap, 0, 0);
  return context.getImageData(0, 0, canvas.width, canvas.height).data;
}
