// What it takes to play: motion, the line that says what is going on, and the buttons under the stage. Loaded once
// the lottery stands there, so that nothing of it delays the first sight.
import { adoptStyles } from '@fanfare/core';
import { Component, type RefObject } from 'preact';
import type { Stage } from './lottery.motion.js';
import { Mover } from './lottery.mover.js';
import playCss from './lottery.play.css?inline';
import { playText } from './lottery.play-text.js';
import { wordsForState } from './lottery.play-words.js';
import { StartsIn } from './lottery.starts-in.js';
import type { LotteryViewProps } from './lottery.view-props.js';
import { gateOf, needsSignIn } from './lottery.world.js';

export { ICONS } from './lottery.icons.js';
export { Lights } from './lottery.lights.js';
export { Tools } from './lottery.tools.js';
export { wheelStage } from './lottery.wheel-stage.js';

interface PlayProps extends LotteryViewProps {
  stage: Stage;
  /** What moves on the stage. */
  turns: RefObject<HTMLDivElement | null>;
}

export class Play extends Component<PlayProps> {
  override componentDidMount() {
    adoptStyles(this.props.turns.current!.getRootNode() as ShadowRoot, [playCss]);
  }

  override componentDidUpdate(before: PlayProps) {
    const { state, config } = this.props;
    if (before.state.phase === state.phase || !(state.isSoundOn || config.haptics)) return;
    void import('./lottery.effects.js').then(
      ({ accompany }) => accompany(state, state.isSoundOn, config.haptics),
      // Offline: silence.
      () => {},
    );
  }

  override render({ state, config, actions, activity, t, locale, stage, turns }: PlayProps) {
    const more = t.with(playText);
    const { random } = activity!.environment;
    return (
      <>
        <Mover
          key={stage}
          element={turns}
          stage={stage}
          state={state}
          actions={actions}
          minSpin={config.minSpin}
          maxSpin={config.maxSpin}
          random={random}
        />
        {gateOf(state.world) === 'warmup' && (
          <StartsIn activity={activity!} startAt={state.world.startAt} t={more} />
        )}
        <p class="status" part="status" role="status">
          {wordsForState(state, t, locale)}
        </p>
        {state.phase === 'failed' && <Action words={more('retry')} onClick={actions.retry} />}
        {needsSignIn(state) && <Action words={more('signIn')} onClick={actions.signIn} />}
      </>
    );
  }
}

const Action = ({ words, onClick }: { words: string; onClick(): void }) => (
  <button type="button" class="main" part="action" onClick={onClick}>
    {words}
  </button>
);
