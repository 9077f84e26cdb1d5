import type { ViewProps } from '@fanfare/core';
import type { CheckinConfig } from './checkin.config.js';
import type { CheckinActions } from './checkin.engine.js';
import type { CheckinState } from './checkin.state.js';
import type { CheckinKey } from './checkin.text.js';

/** What the view and its parts are given. */
export type CheckinViewProps = ViewProps<CheckinConfig, CheckinState, CheckinActions, CheckinKey>;

/** What can be open below the stage. */
export type Opened = 'month' | 'mall' | 'content' | undefined;

/** What a part that loads later is given. */
export interface LaterProps extends CheckinViewProps {
  opened: Opened;
  /** The missed day that somebody wants to make up. */
  chosen: string | undefined;
  choose(day: string | undefined): void;
}
