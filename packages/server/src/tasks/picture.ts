// What a file is, by its first bytes: a name and a header say what the sender likes.

const STARTS: Record<string, (bytes: Uint8Array) => boolean> = {
  'image/jpeg': (bytes) => begins(bytes, [0xff, 0xd8, 0xff]),
  'image/png': (bytes) => begins(bytes, [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
  'image/webp': (bytes) =>
    begins(bytes, [0x52, 0x49, 0x46, 0x46]) && begins(bytes.subarray(8), [0x57, 0x45, 0x42, 0x50]),
};

const begins = (bytes: Uint8Array, start: readonly number[]): boolean =>
  start.every((byte, at) => bytes[at] === byte);

/** Whether bytes begin as a picture of that type does. */
export const isPicture = (type: string, bytes: Uint8Array): boolean => STARTS[type]?.(bytes) === true;
