import type { Conditions } from './conditions.js';
import type { StateName } from './states.js';

/** What the studio tells a frame; plain data. */
export interface FrameSettings {
  tag: string;
  attributes: Readonly<Record<string, string>>;
  state: StateName;
  locale: string;
  isLong: boolean;
  mode: 'light' | 'dark';
  /** The theme's style sheet, for `theme="draft"`. */
  css: string;
  conditions: Conditions;
}

export const DRAFT = 'draft';
