// The night sky of the festive scene: rays, moon, lanterns and clouds.
import type { Gradient } from '../scene/fill.js';
import type { Layer } from '../scene/layers.js';

/** Polished gold. */
export const GOLD: Gradient = {
  type: 'linear',
  angle: 170,
  stops: [
    [0, '#fff3c9'],
    [0.45, '#ffd982'],
    [1, '#eda93b'],
  ],
};
const CLOUD =
  'M0 70h208a26 26 0 0 0 4-51.600a40 40 0 0 0-66-14a52 52 0 0 0-96 12a30 30 0 0 0-46 20a17 17 0 0 0-4 33.600z';

const lantern = (x: number, y: number, scale: number): Layer => ({
  type: 'group',
  x,
  y,
  layers: [
    { type: 'shape', x: 58 * scale, y: -300, width: 4 * scale, height: 300, fill: '#f2c163' },
    {
      type: 'shape',
      x: 34 * scale,
      y: 0,
      width: 52 * scale,
      height: 14 * scale,
      radius: 4 * scale,
      fill: GOLD,
    },
    {
      type: 'shape',
      shape: 'ellipse',
      y: 12 * scale,
      width: 120 * scale,
      height: 104 * scale,
      fill: {
        type: 'radial',
        center: [0.5, 0.42],
        radius: 0.62,
        stops: [
          [0, '#ffb45a'],
          [0.5, '#f4502f'],
          [1, '#c3131c'],
        ],
      },
      shadow: { color: 'rgba(255, 120, 40, 0.55)', blur: 46 * scale },
    },
    ...[86, 44].map(
      (width): Layer => ({
        type: 'shape',
        shape: 'ellipse',
        x: (60 - width / 2) * scale,
        y: 12 * scale,
        width: width * scale,
        height: 104 * scale,
        stroke: { fill: 'rgba(255, 222, 140, 0.75)', width: 2 * scale },
      }),
    ),
    {
      type: 'shape',
      x: 34 * scale,
      y: 114 * scale,
      width: 52 * scale,
      height: 12 * scale,
      radius: 4 * scale,
      fill: GOLD,
    },
    {
      type: 'shape',
      x: 44 * scale,
      y: 126 * scale,
      width: 3 * scale,
      height: 62 * scale,
      fill: '#f2c163',
      repeat: { count: 5, x: 7 * scale },
    },
  ],
});

const cloud = (x: number, y: number, opacity: number): Layer => ({
  type: 'shape',
  shape: 'path',
  x,
  y,
  width: 240,
  height: 70,
  path: CLOUD,
  opacity,
  fill: {
    type: 'linear',
    angle: 180,
    stops: [
      [0, '#fff0c4'],
      [1, 'rgba(246, 190, 92, 0.15)'],
    ],
  },
});

/** Everything behind the words. */
export const backdrop: Layer[] = [
  {
    type: 'shape',
    shape: 'path',
    x: 375,
    y: 372,
    width: 0,
    height: 0,
    path: 'M0 0L-34 -980L34 -980Z',
    fill: 'rgba(255, 206, 110, 0.07)',
    repeat: { count: 24, rotate: 15, origin: [0, 0] },
  },
  {
    type: 'shape',
    shape: 'ellipse',
    x: 75,
    y: 72,
    width: 600,
    height: 600,
    fill: {
      type: 'radial',
      radius: 0.5,
      stops: [
        [0.78, 'rgba(255, 196, 92, 0.5)'],
        [1, 'rgba(255, 196, 92, 0)'],
      ],
    },
  },
  {
    type: 'shape',
    shape: 'ellipse',
    x: 135,
    y: 132,
    width: 480,
    height: 480,
    fill: {
      type: 'radial',
      center: [0.42, 0.36],
      radius: 0.62,
      stops: [
        [0, '#fffbe8'],
        [0.55, '#ffe7a6'],
        [1, '#f8c35c'],
      ],
    },
  },
  {
    type: 'shape',
    shape: 'ellipse',
    x: 153,
    y: 150,
    width: 444,
    height: 444,
    stroke: { fill: 'rgba(196, 92, 20, 0.35)', width: 2 },
  },
  lantern(34, 96, 1),
  lantern(610, 40, 0.86),
  cloud(60, 520, 1),
  cloud(468, 482, 0.95),
  cloud(250, 560, 0.9),
  {
    type: 'shape',
    shape: 'ellipse',
    x: 0,
    y: 0,
    width: 7,
    height: 7,
    fill: 'rgba(255, 226, 150, 0.5)',
    repeat: { count: 15, x: 173, y: 61, columns: 5, rowX: 47, rowY: 149 },
  },
];
