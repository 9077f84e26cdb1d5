// Reads a QR code as a scanner does: the phone's own reader where there is one, else jsQR, loaded on first use.
import { notLoaded } from '../assets/not-loaded.js';
import { within } from '../assets/within.js';
import type { Box } from '../layout/place.js';
import type { DecodedFile } from './decoded-file.js';
import { clipTo, shrinkGray, toImageData } from './gray.js';

/** A code that has to be found. */
export interface Code {
  /** The layer as errors call it. */
  name: string;
  text: string;
  /** Where it is, in pixels. */
  area: Box;
  /** Pixels of a module, where they are known. */
  module?: number;
}

interface NativeReader {
  detect(source: ImageData): Promise<{ rawValue: string }[]>;
}
type NativeReaderClass = new (options: { formats: string[] }) => NativeReader;

/** A reader that does not answer must not hold the poster up: the other one is asked. */
const NATIVE_LIMIT = 1500;
/** Pixels of a module that the reader is given first: fewer than in the file, as from some way off. */
const READ_MODULE = 3;
/** What is read around the code, as a part of its side. */
const MARGIN = 0.06;

/**
 * What a code says in the finished file; undefined when it cannot be read.
 * @throws FanfareError `load_failed` when there is no reader.
 */
export async function readQr(file: DecodedFile, code: Code): Promise<string | undefined> {
  const { x, y, width } = code.area;
  const margin = Math.round(width * MARGIN);
  const area = clipTo(file, {
    x: x - margin,
    y: y - margin,
    width: width + 2 * margin,
    height: width + 2 * margin,
  });
  const whole = await file.gray(area);
  const scale = READ_MODULE / (code.module ?? READ_MODULE);
  if (scale < 0.9) {
    const far = await read(
      toImageData(shrinkGray(whole, Math.round(area.width * scale), Math.round(area.height * scale))),
      code.name,
    );
    if (far !== undefined) return far;
  }
  return read(toImageData(whole), code.name);
}

async function read(pixels: ImageData, name: string): Promise<string | undefined> {
  return (await readNatively(pixels)) ?? (await readByScript(pixels, name));
}

const nativeReader = () => (globalThis as { BarcodeDetector?: NativeReaderClass }).BarcodeDetector;

async function readNatively(pixels: ImageData): Promise<string | undefined> {
  const Reader = nativeReader();
  if (!Reader) return undefined;
  try {
    const found = new Reader({ formats: ['qr_code'] }).detect(pixels);
    return (await within(found, NATIVE_LIMIT, undefined, () => new Error('silent')))[0]?.rawValue;
  } catch {
    return undefined;
  }
}

const importDecoder = () => import('./decoder.js');

/** Begins to load jsQR where it will be needed, so that nobody waits for it later. */
export function loadReader(): void {
  // A failure is met again, and told, when the code is read.
  if (!nativeReader()) importDecoder().catch(() => {});
}

async function readByScript(pixels: ImageData, name: string): Promise<string | undefined> {
  const { decode } = await importDecoder().catch(notLoaded(`${name}: the reader that checks its code`));
  return decode(pixels);
}
