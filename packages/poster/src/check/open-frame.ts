// WebCodecs leaves a decoded JPEG in its own colour planes, of which the first is grey already: a piece of it
// can be copied out without converting or drawing the whole poster.
import type { DecodedFile } from './decoded-file.js';
import { type Gray, grayOf } from './gray.js';

/** Opens a file with WebCodecs; fails where it does not know the type. */
export async function openFrame(blob: Blob): Promise<DecodedFile> {
  const decoder = new ImageDecoder({ data: await blob.arrayBuffer(), type: blob.type });
  try {
    const { image } = await decoder.decode();
    if (!isKnown(image.format)) throw new Error(`unknown format ${image.format}`);
    return {
      width: image.displayWidth,
      height: image.displayHeight,
      gray: (area) => copyGray(image, area),
      close: () => image.close(),
    };
  } finally {
    decoder.close();
  }
}

const isPlanar = (format: string | null) => /^(I420A?|I422|I444|NV12)$/.test(format ?? '');
const isKnown = (format: string | null) => isPlanar(format) || /^(RGB|BGR)[AX]$/.test(format ?? '');

async function copyGray(
  image: VideoFrame,
  { x, y, width, height }: { x: number; y: number; width: number; height: number },
): Promise<Gray> {
  // Colour planes have half the pixels, so their areas start and end on even ones.
  const left = x & ~1;
  const top = y & ~1;
  const rect = {
    x: left,
    y: top,
    width: even(x + width - left, image.codedWidth - left),
    height: even(y + height - top, image.codedHeight - top),
  };
  const bytes = new Uint8ClampedArray(image.allocationSize({ rect }));
  const [plane] = await image.copyTo(bytes, { rect });
  const { offset, stride } = plane!;
  const all = isPlanar(image.format)
    ? { data: bytes, from: offset, stride }
    : {
        data: grayOf(bytes, rect.width, rect.height, image.format!.startsWith('R') ? 0 : 2).data,
        from: 0,
        stride: rect.width,
      };
  return crop(all, x - left, y - top, width, height);
}

const even = (length: number, most: number) => Math.min(length + (length & 1), most);

function crop(
  { data, from, stride }: { data: Uint8ClampedArray; from: number; stride: number },
  x: number,
  y: number,
  width: number,
  height: number,
): Gray {
  const part = new Uint8ClampedArray(width * height);
  for (let row = 0; row < height; row++) {
    const start = from + (y + row) * stride + x;
    part.set(data.subarray(start, start + width), row * width);
  }
  return { width, height, data: part };
}
