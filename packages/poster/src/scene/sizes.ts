// Size presets by outlet.

/** Design size and output scale for one outlet. */
export interface SizePreset {
  /** Width in design units. */
  width: number;
  /** Height in design units. */
  height: number;
  /** Pixels of the picture per design unit. */
  pixelRatio: number;
}

/** What the outlets show best. */
export const sizes = {
  /** WeChat Moments and phone screens: 1080 x 1920 px. */
  moments: { width: 750, height: 1334, pixelRatio: 1.44 },
  /** WeChat Video Account, 6:7: 1080 x 1260 px. */
  'video-account': { width: 750, height: 875, pixelRatio: 1.44 },
  /** Weibo picture, 3:4: 1080 x 1440 px. */
  weibo: { width: 750, height: 1000, pixelRatio: 1.44 },
  /** Card in a group chat, 4:5: 1080 x 1350 px. */
  group: { width: 750, height: 938, pixelRatio: 1.44 },
  /** A6 paper at 300 dpi: 1240 x 1748 px. */
  'print-a6': { width: 750, height: 1057, pixelRatio: 1240 / 750 },
} as const satisfies Record<string, SizePreset>;
export type SizeName = keyof typeof sizes;
