// What a wheel and a grid are given alike.
import type { PublicPrize } from '@fanfare/protocol';
import type { ComponentChildren } from 'preact';
import type { LotteryActions } from './lottery.controller.js';
import type { LotteryState } from './lottery.state.js';

export interface FaceProps {
  prizes: readonly PublicPrize[];
  locale: string;
  /** Read out instead of the picture. */
  label: string;
  state: LotteryState;
  actions: LotteryActions;
  minSpin: number;
  maxSpin: number;
  /** Chance, in [0, 1), for where inside its prize it comes to rest. */
  random(): number;
  /** The button in the middle. */
  children?: ComponentChildren;
}
