import type { Box } from '../layout/place.js';
import type { Gray } from './gray.js';

/** A finished file, opened again. */
export interface DecodedFile {
  width: number;
  height: number;
  /** An area that lies in the picture. */
  gray(area: Box): Promise<Gray>;
  close(): void;
}
