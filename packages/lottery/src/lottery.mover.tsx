// Moves what moves on the stage by what is going on; draws nothing.
import { Component, type RefObject } from 'preact';
import type { LotteryActions } from './lottery.engine.js';
import { createMotion, type Motion, type Stage } from './lottery.motion.js';
import type { LotteryState } from './lottery.state.js';

interface MoverProps {
  element: RefObject<HTMLDivElement | null>;
  stage: Stage;
  state: LotteryState;
  actions: LotteryActions;
  minSpin: number;
  maxSpin: number;
  /** Chance, in [0, 1), for where inside its prize it comes to rest. */
  random(): number;
}

/** How much longer than the wait for an answer it may turn. */
const SLACK_MS = 1000;

export class Mover extends Component<MoverProps> {
  private motion!: Motion;
  private target: number | undefined;

  override componentDidMount() {
    const { element, stage } = this.props;
    this.motion = createMotion(element.current!, stage);
    this.follow();
  }

  override componentDidUpdate(before: MoverProps) {
    if (before.state.phase !== this.props.state.phase) this.follow();
  }

  override componentWillUnmount() {
    this.motion.destroy();
  }

  private follow() {
    const { motion } = this;
    const { state, stage, actions, minSpin, maxSpin, random } = this.props;
    const { prizes } = state.world.lottery!;
    if (state.phase === 'landing' || state.phase === 'shown') {
      const index = prizes.findIndex(({ id }) => id === state.draw.prize);
      this.target ??=
        index < 0 ? stage.turnToNone(prizes.length) : stage.turnTo(index, prizes.length, random);
    } else this.target = undefined;

    if (state.phase === 'asking') motion.spin(maxSpin + SLACK_MS);
    else if (state.phase === 'landing')
      motion.land(this.target!, state.isResumed ? 0 : minSpin, actions.landed);
    // Landed by the clock, or shown before this was there.
    else if (state.phase === 'shown') motion.stand(this.target!);
    else motion.settle(stage.turnToNone(prizes.length));
  }

  override render() {
    return null;
  }
}
