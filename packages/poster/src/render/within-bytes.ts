// Keeps a file within the bytes once quality alone cannot: smaller and smaller, as long as codes stay readable.
import { FanfareError } from '@fanfare/core/errors';

/** Scales that are tried. */
const SHRINKS = 4;

export interface Made {
  blob: Blob;
  width: number;
  /** What limits the scale: a code and the smallest ratio at which it can be read. */
  limits: readonly { name: string; minRatio: number }[];
}

/**
 * @param ratio Pixels per design unit to begin with.
 * @param make Makes the file at a ratio.
 * @returns What was made, and the ratio it was made at.
 * @throws FanfareError `too_big` when a code would become unreadable first.
 */
export async function withinBytes<T extends Made>(
  ratio: number,
  maxBytes: number | undefined,
  make: (ratio: number) => Promise<T>,
) {
  for (let current = ratio, attempt = 0; ; attempt++) {
    const made = await make(current);
    const { size } = made.blob;
    if (maxBytes === undefined || size <= maxBytes) return { made, ratio: current };
    if (attempt === SHRINKS) throw tooBig(size, maxBytes, 'Raise "maxBytes".');
    const next = current * Math.min(0.92, Math.sqrt(maxBytes / size) * 0.96);
    const held = made.limits.find((limit) => limit.minRatio > next);
    if (held)
      throw tooBig(
        size,
        maxBytes,
        `${held.name} would no longer be readable any smaller. Raise "maxBytes" or enlarge the code.`,
      );
    current = next;
  }
}

const tooBig = (size: number, maxBytes: number, fix: string) =>
  new FanfareError(
    'poster',
    'too_big',
    `The picture needs ${size} bytes and "maxBytes" allows ${maxBytes}. ${fix}`,
  );
