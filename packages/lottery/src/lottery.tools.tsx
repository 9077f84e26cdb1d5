// The buttons under the stage, and what they open.
import { Component } from 'preact';
import type { Opened } from './lottery.later.js';
import { playText } from './lottery.play-text.js';
import type { LotteryViewProps } from './lottery.view-props.js';
import { gateOf } from './lottery.world.js';

interface Shown {
  later?: typeof import('./lottery.later.js');
  opened: Opened;
}

export class Tools extends Component<LotteryViewProps, Shown> {
  override state: Shown = { opened: undefined };

  override componentDidMount() {
    this.load();
  }

  override componentDidUpdate() {
    this.load();
  }

  /** Loads the result and the lists when there is something of them to show, or will be. */
  private load() {
    const { state } = this.props;
    const { lottery, rewards } = state.world;
    const isWanted =
      this.state.opened ||
      state.phase !== 'rest' ||
      rewards.length > 0 ||
      (lottery!.ways.length > 0 && gateOf(state.world) === 'empty');
    if (isWanted && !this.state.later)
      void import('./lottery.later.js').then(
        (later) => this.setState({ later }),
        // The line on the stage says the result too.
        () => {},
      );
  }

  private readonly toggle = (name: Opened) => () =>
    this.setState(({ opened }) => ({ opened: opened === name ? undefined : name }));

  private readonly onSound = () => {
    const { state, actions } = this.props;
    actions.toggleSound();
    if (!state.isSoundOn) void import('./lottery.effects.js').then(({ soundCheck }) => soundCheck());
  };

  override render(
    { state, actions, activity, config, t, locale }: LotteryViewProps,
    { later, opened }: Shown,
  ) {
    const more = t.with(playText);
    const hasCodes = state.world.lottery!.codes && state.world.phase !== 'ended';
    return (
      <>
        <div class="tools" part="tools">
          {(['prizes', ...(hasCodes ? (['code'] as const) : [])] as const).map((name) => (
            <button
              key={name}
              type="button"
              class="link"
              aria-expanded={opened === name}
              onClick={this.toggle(name)}
            >
              {more(name)}
            </button>
          ))}
          <button
            type="button"
            class="link"
            aria-pressed={state.isSoundOn}
            aria-label={more('sound')}
            onClick={this.onSound}
          >
            <svg viewBox="0 0 24 24" class="sound" aria-hidden="true">
              <path d="M3 9v6h4l6 5V4L7 9zm12.5-1v8q4-4 0-8z" />
              <path class="mute" d="M3 2l19 19" />
            </svg>
          </button>
        </div>
        {later && (
          <later.Later
            t={t}
            state={state}
            actions={actions}
            locale={locale}
            opened={opened}
            hasConfetti={config.confetti}
            after={activity!.environment.after}
          />
        )}
      </>
    );
  }
}
