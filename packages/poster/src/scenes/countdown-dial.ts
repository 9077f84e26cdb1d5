// The dial of the countdown scene.
import type { Layer } from '../scene/layers.js';

const CENTER = 375;
const MIDDLE = 500;

/** A tick of the dial from `from` to `to` units off the centre, drawn at twelve o'clock. */
const tick = (from: number, to: number, width: number) =>
  `M${-width / 2} ${-from}V${-to}H${width / 2}V${-from}Z`;

const ticks = (count: number, path: string, fill: string, degrees: number): Layer => ({
  type: 'shape',
  shape: 'path',
  x: CENTER,
  y: MIDDLE,
  width: 0,
  height: 0,
  path,
  fill,
  repeat: { count, rotate: degrees, origin: [0, 0] },
});

/** Sixty ticks, those that are done, and the disc. */
export const dial: Layer[] = [
  ticks(60, tick(262, 300, 6), 'rgba(255, 255, 255, 0.26)', 6),
  { ...ticks(60, tick(262, 306, 8), '#ffffff', 6), id: 'done' },
  {
    type: 'shape',
    shape: 'ellipse',
    x: CENTER - 236,
    y: MIDDLE - 236,
    width: 472,
    height: 472,
    fill: {
      type: 'linear',
      angle: 160,
      stops: [
        [0, 'rgba(255, 255, 255, 0.26)'],
        [1, 'rgba(255, 255, 255, 0.04)'],
      ],
    },
  },
];
