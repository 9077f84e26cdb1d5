// Pieces of a picture in shades of grey: all that reading a code or finding a blank area takes.
import type { Box } from '../layout/place.js';

export interface Gray {
  width: number;
  height: number;
  /** One byte a pixel, row by row. */
  data: Uint8ClampedArray;
}

/** Greys of RGBA or BGRA pixels (`red` says where red stands). */
export function grayOf(pixels: Uint8ClampedArray, width: number, height: number, red: 0 | 2 = 0): Gray {
  const data = new Uint8ClampedArray(width * height);
  for (let from = 0, to = 0; to < data.length; from += 4, to++)
    data[to] = (pixels[from + red]! * 77 + pixels[from + 1]! * 150 + pixels[from + 2 - red]! * 29) >> 8;
  return { width, height, data };
}

/** The same piece in fewer pixels, each the mean of those it stands for. */
export function shrinkGray({ width, height, data }: Gray, columns: number, rows: number): Gray {
  const small = new Uint8ClampedArray(columns * rows);
  const edge = (index: number, of: number, length: number) => Math.round((index * length) / of);
  for (let row = 0; row < rows; row++) {
    const [top, bottom] = [
      edge(row, rows, height),
      Math.max(edge(row, rows, height) + 1, edge(row + 1, rows, height)),
    ];
    for (let column = 0; column < columns; column++) {
      const left = edge(column, columns, width);
      const right = Math.max(left + 1, edge(column + 1, columns, width));
      let sum = 0;
      for (let y = top; y < bottom; y++) for (let x = left; x < right; x++) sum += data[y * width + x]!;
      small[row * columns + column] = sum / ((bottom - top) * (right - left));
    }
  }
  return { width: columns, height: rows, data: small };
}

/** As pixels for a reader. */
export function toImageData({ width, height, data }: Gray): ImageData {
  const image = new ImageData(width, height);
  const pixels = new Uint32Array(image.data.buffer);
  for (let index = 0; index < data.length; index++) pixels[index] = 0xff000000 | (data[index]! * 0x010101);
  return image;
}

/** The part of an area that lies in the picture. */
export function clipTo({ width, height }: { width: number; height: number }, area: Box): Box {
  const [left, top] = [Math.max(0, area.x), Math.max(0, area.y)];
  return {
    x: left,
    y: top,
    width: Math.max(0, Math.min(width, area.x + area.width) - left),
    height: Math.max(0, Math.min(height, area.y + area.height) - top),
  };
}
