// The drawn studio and the price ticket of the endorsement scene.
import type { Layer } from '../scene/layers.js';

/** Colour of words and code. */
export const GREEN = '#0f3d33';
/** Colour of the paper. */
export const CREAM = '#fbf5e9';

/** Stands in for a photo: a lit studio with the speaker's initial. */
export const backdrop: Layer[] = [
  {
    type: 'shape',
    bleed: true,
    width: 750,
    height: 620,
    fill: {
      type: 'linear',
      angle: 160,
      stops: [
        [0, '#17614f'],
        [1, '#0a2b24'],
      ],
    },
  },
  {
    type: 'shape',
    shape: 'ellipse',
    x: 330,
    y: -120,
    width: 640,
    height: 640,
    fill: {
      type: 'radial',
      radius: 0.5,
      stops: [
        [0, 'rgba(255, 226, 160, 0.42)'],
        [1, 'rgba(255, 226, 160, 0)'],
      ],
    },
  },
  {
    type: 'shape',
    shape: 'path',
    x: 0,
    y: 0,
    width: 750,
    height: 620,
    path: 'M-400 470C-220 560 -120 560 0 500C140 420 240 520 380 440S620 330 750 400C880 470 1000 420 1150 380V620H-400Z',
    fill: 'rgba(6, 30, 25, 0.5)',
  },
  {
    type: 'shape',
    shape: 'ellipse',
    x: 470,
    y: 150,
    width: 220,
    height: 220,
    when: '!photo',
    fill: {
      type: 'linear',
      angle: 160,
      stops: [
        [0, '#f6dba6'],
        [1, '#d9a24c'],
      ],
    },
    shadow: { color: 'rgba(0, 0, 0, 0.35)', y: 14, blur: 40 },
  },
  {
    type: 'shape',
    shape: 'ellipse',
    x: 456,
    y: 136,
    width: 248,
    height: 248,
    when: '!photo',
    stroke: { fill: 'rgba(246, 219, 166, 0.6)', width: 2 },
  },
  {
    type: 'avatar',
    x: 470,
    y: 150,
    size: 220,
    name: '{person}',
    when: '!photo',
    fill: 'rgba(0, 0, 0, 0)',
    color: GREEN,
  },
];

/** A ticket with the price of now and before. */
export const ticket: Layer[] = [
  {
    type: 'shape',
    x: 52,
    y: 826,
    width: 646,
    height: 168,
    radius: 28,
    fill: {
      type: 'linear',
      angle: 100,
      stops: [
        [0, '#ffe9c4'],
        [1, '#ffd9a0'],
      ],
    },
  },
  { type: 'shape', shape: 'ellipse', x: 37, y: 895, width: 30, height: 30, fill: CREAM },
  { type: 'shape', shape: 'ellipse', x: 683, y: 895, width: 30, height: 30, fill: CREAM },
  {
    type: 'shape',
    x: 452,
    y: 850,
    width: 0,
    height: 120,
    stroke: { fill: 'rgba(190, 110, 30, 0.5)', width: 2, dash: [8, 8] },
  },
  {
    type: 'group',
    id: 'price',
    x: 88,
    y: 826,
    height: 168,
    flow: 'column',
    justify: 'center',
    layers: [
      {
        type: 'group',
        flow: 'row',
        gap: 18,
        align: 'baseline',
        layers: [
          {
            id: 'after',
            type: 'text',
            text: '{after}',
            maxWidth: 260,
            wrap: 'none',
            size: 92,
            minSize: 44,
            weight: 900,
            lineHeight: 1.15,
            fill: '#d8371f',
          },
          {
            id: 'before',
            type: 'text',
            text: '{before}',
            maxWidth: 110,
            wrap: 'none',
            size: 34,
            minSize: 22,
            line: 'through',
            lineHeight: 1.2,
            fill: '#86603a',
          },
        ],
      },
    ],
  },
];
