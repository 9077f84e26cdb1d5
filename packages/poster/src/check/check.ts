// The self-check: what a poster promises is looked for in the finished file, not in what was meant to be painted.
import { FanfareError } from '@fanfare/core/errors';
import { tooLate, within } from '../assets/within.js';
import type { Box } from '../layout/place.js';
import type { Mark } from '../paint/painter.js';
import { isBlank } from './blank.js';
import { decodeFile } from './decode-file.js';
import { type Code, readQr } from './read-qr.js';

/** What has to be found. */
export interface Promises {
  width: number;
  height: number;
  codes: readonly Code[];
  /** Areas of pictures with what they show. */
  pictures: readonly Mark[];
  /** Areas of everything that was painted, in order. */
  boxes: readonly Box[];
}

/**
 * Opens the file and looks.
 * @throws FanfareError `encode_failed`, `qr_unreadable` or `picture_blank`, naming the layer.
 */
export async function checkFile(
  blob: Blob,
  promised: Promises,
  timeLimit: number,
  signal: AbortSignal | undefined,
): Promise<void> {
  if (!promised.codes.length && !promised.pictures.length) return;
  const file = await decodeFile(blob, timeLimit, signal);
  try {
    if (file.width !== promised.width || file.height !== promised.height)
      throw fail(
        'encode_failed',
        `The finished picture is ${file.width} x ${file.height} instead of ${promised.width} x ${promised.height} pixels. Lower "pixelRatio".`,
      );
    for (const mark of promised.pictures)
      if (await isBlank(file, mark, promised.boxes.slice(mark.after)))
        throw fail(
          'picture_blank',
          `${mark.name}: its picture came out blank. Use a smaller picture or a lower "pixelRatio".`,
        );
    for (const code of promised.codes) {
      const late = tooLate(`${code.name}: reading its code`, timeLimit, 'Check the network and try again.');
      const read = await within(readQr(file, code), timeLimit, signal, late);
      if (read === code.text) continue;
      const why = read === undefined ? 'cannot be read' : `reads "${read.slice(0, 60)}"`;
      throw fail(
        'qr_unreadable',
        `${code.name}: in the finished picture its code ${why}. Enlarge it, shorten its text, or raise "quality" or "maxBytes".`,
      );
    }
  } finally {
    file.close();
  }
}

/** Makes a poster, and once more if the check finds fault with the first: a blank may be a passing shortage. */
export async function checkTwice<T>(make: () => Promise<T>, signal: AbortSignal | undefined): Promise<T> {
  try {
    return await make();
  } catch (error) {
    const again =
      error instanceof FanfareError &&
      ['qr_unreadable', 'picture_blank', 'encode_failed'].includes(error.code);
    if (!again || signal?.aborted) throw error;
    return make();
  }
}

const fail = (code: string, message: string) => new FanfareError('poster', code, message);
