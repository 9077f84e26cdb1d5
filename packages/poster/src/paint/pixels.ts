import type { Box } from '../layout/place.js';

/** The box in pixels. */
export const inPixels = ({ x, y, width, height }: Box, ratio: number): Box => ({
  x: Math.round(x * ratio),
  y: Math.round(y * ratio),
  width: Math.round(width * ratio),
  height: Math.round(height * ratio),
});
