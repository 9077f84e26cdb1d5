// The part of a stage that moves: follows what is going on.
import type { Draw } from '@fanfare/protocol';
import { Component, type ComponentChildren, createRef } from 'preact';
import type { LotteryActions } from './lottery.controller.js';
import { createMotion, type Motion, type Stage } from './lottery.motion.js';
import type { LotteryState } from './lottery.state.js';

export interface SpinnerProps {
  stage: Stage;
  state: LotteryState;
  actions: LotteryActions;
  minSpin: number;
  maxSpin: number;
  /** The turn that shows the prize of a draw. */
  turnTo(draw: Draw): number;
  /** A turn that shows none. */
  nowhere: number;
  children?: ComponentChildren;
}

/** How much longer than the wait for an answer it may turn. */
const SLACK_MS = 1000;

export class Spinner extends Component<SpinnerProps> {
  private readonly element = createRef<HTMLDivElement>();
  private motion!: Motion;
  private target: number | undefined;

  override componentDidMount() {
    this.motion = createMotion(this.element.current!, this.props.stage);
    this.follow();
  }

  override componentDidUpdate(before: SpinnerProps) {
    if (before.state.phase !== this.props.state.phase) this.follow();
  }

  override componentWillUnmount() {
    this.motion.destroy();
  }

  private follow() {
    const { motion } = this;
    const { state, actions, turnTo, nowhere, minSpin, maxSpin } = this.props;
    if (state.phase === 'landing' || state.phase === 'shown') this.target ??= turnTo(state.draw);
    else this.target = undefined;
    if (state.phase === 'asking') motion.spin(maxSpin + SLACK_MS);
    else if (state.phase === 'landing')
      motion.land(this.target!, state.isResumed ? 0 : minSpin, actions.landed);
    // Landed by the clock, or shown before this view was there.
    else if (state.phase === 'shown') motion.stand(this.target!);
    else motion.settle(nowhere);
  }

  override render({ stage, children }: SpinnerProps) {
    return (
      <div ref={this.element} class={`turns ${stage.kind}-turns`} part={stage.kind}>
        {children}
      </div>
    );
  }
}
