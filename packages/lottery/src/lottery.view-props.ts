import type { ConfigOf, ViewProps } from '@fanfare/core';
import type { lotteryConfig } from './lottery.config.js';
import type { LotteryActions } from './lottery.engine.js';
import type { LotteryState } from './lottery.state.js';
import type { LotteryKey } from './lottery.text.js';

/** What the view and its parts are given. */
export type LotteryViewProps = ViewProps<
  ConfigOf<typeof lotteryConfig>,
  LotteryState,
  LotteryActions,
  LotteryKey
>;
