// Tiles and confetti of the recap scene.
import type { Layer } from '../scene/layers.js';

/** Colour of words and code. */
export const NAVY = '#14213d';

/** One number on a tile. */
export const tile = (
  x: number,
  y: number,
  colors: [string, string],
  value: string,
  label: { 'zh-CN': string; en: string },
  id: string,
): Layer => ({
  type: 'group',
  x,
  y,
  id,
  layers: [
    {
      type: 'shape',
      width: 313,
      height: 190,
      radius: 30,
      fill: {
        type: 'linear',
        angle: 140,
        stops: [
          [0, colors[0]],
          [1, colors[1]],
        ],
      },
    },
    {
      type: 'shape',
      shape: 'ellipse',
      x: 208,
      y: -10,
      width: 96,
      height: 96,
      opacity: 0.22,
      fill: '#ffffff',
    },
    {
      type: 'text',
      x: 28,
      y: 26,
      width: 257,
      height: 96,
      text: value,
      size: 78,
      minSize: 34,
      weight: 900,
      lineHeight: 1.2,
      maxLines: 2,
      wrap: 'balance',
      verticalAlign: 'bottom',
      fill: NAVY,
    },
    {
      type: 'text',
      x: 30,
      y: 128,
      width: 255,
      text: label,
      size: 26,
      minSize: 20,
      weight: 600,
      wrap: 'none',
      fill: NAVY,
    },
  ],
});

/** A few strips of paper, each turned against the one before. */
export const confetti = (
  x: number,
  y: number,
  fill: string,
  turn: number,
  count: number,
  step: [number, number, number],
): Layer => ({
  type: 'shape',
  x,
  y,
  width: 16,
  height: 26,
  radius: 4,
  rotate: turn,
  fill,
  repeat: { count, x: step[0], y: step[1], rotate: step[2] },
});
