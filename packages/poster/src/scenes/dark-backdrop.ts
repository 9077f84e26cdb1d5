// Deep space behind the dark scene: glowing orbs, stars and rings.
import type { Layer } from '../scene/layers.js';

const ring = (radius: number, opacity: number, dash?: number[]): Layer => ({
  type: 'shape',
  shape: 'ellipse',
  x: 375 - radius,
  y: 440 - radius,
  width: 2 * radius,
  height: 2 * radius,
  stroke: { fill: `rgba(170, 190, 255, ${opacity})`, width: 1.5, ...(dash && { dash }) },
});

const orb = (x: number, y: number, size: number, color: string): Layer => ({
  type: 'shape',
  shape: 'ellipse',
  x,
  y,
  width: size,
  height: size,
  blend: 'screen',
  fill: {
    type: 'radial',
    radius: 0.5,
    stops: [
      [0, color],
      [0.35, color.replace('1)', '0.45)')],
      [1, color.replace('1)', '0)')],
    ],
  },
});

const star = (
  count: number,
  x: number,
  y: number,
  size: number,
  alpha: number,
  step: [number, number, number, number],
): Layer => ({
  type: 'shape',
  shape: 'ellipse',
  x,
  y,
  width: size,
  height: size,
  fill: `rgba(220, 230, 255, ${alpha})`,
  repeat: { count, x: step[0], y: step[1], columns: 4, rowX: step[2], rowY: step[3] },
});

/** Everything behind the words. */
export const backdrop: Layer[] = [
  orb(-230, -160, 760, 'rgba(84, 92, 255, 1)'),
  orb(330, 330, 640, 'rgba(226, 58, 190, 1)'),
  orb(-160, 690, 560, 'rgba(0, 178, 255, 1)'),
  { type: 'shape', width: 750, height: 1334, pin: 'stretch', bleed: true, fill: 'rgba(6, 7, 24, 0.34)' },
  star(24, 60, 40, 3, 0.7, [197, 61, 43, 190]),
  star(20, 140, 120, 5, 0.45, [181, 97, -31, 251]),
  ring(168, 0.5),
  ring(230, 0.32, [2, 12]),
  ring(296, 0.22),
  ring(372, 0.14, [1, 16]),
  ring(456, 0.1),
  {
    type: 'shape',
    shape: 'ellipse',
    x: 365,
    y: 262,
    width: 20,
    height: 20,
    fill: '#ffffff',
    shadow: { color: 'rgba(150, 170, 255, 1)', blur: 40 },
  },
  {
    type: 'shape',
    shape: 'ellipse',
    x: 611,
    y: 264,
    width: 12,
    height: 12,
    fill: '#ff9be6',
    shadow: { color: 'rgba(255, 120, 220, 1)', blur: 30 },
  },
  {
    type: 'shape',
    shape: 'ellipse',
    x: 220,
    y: 609,
    width: 14,
    height: 14,
    fill: '#8ee3ff',
    shadow: { color: 'rgba(90, 200, 255, 1)', blur: 30 },
  },
];
