// What a host may set on the control panel.
import { type ConfigInput, type ConfigOf, type Field, flag } from '@fanfare/core';
import type { Rehearsal } from '../rehearsal.js';

const isRehearsal = (value: unknown): value is Rehearsal =>
  typeof (value as Partial<Rehearsal> | undefined)?.travel === 'function';

const rehearsal: Field<Rehearsal | undefined> = {
  fallback: undefined,
  expected: 'what createRehearsal() gave',
  accepts: isRehearsal,
  read: (text) => text,
};

/** The options of `<fanfare-rehearsal>` beside those of every widget. */
export const rehearsalConfig = {
  /**
   * The rehearsal to control; never an attribute.
   *
   * @default undefined
   */
  rehearsal,
  /**
   * Whether the panel is folded to one line at first.
   *
   * @default false
   */
  folded: flag(false),
};

/** The options, all of them filled in. */
export type RehearsalConfig = ConfigOf<typeof rehearsalConfig>;
/** The options as a host writes them. */
export type RehearsalPanelOptions = ConfigInput<typeof rehearsalConfig>;
