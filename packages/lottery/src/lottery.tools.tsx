// The buttons under the stage, and what they open.
import { Component } from 'preact';
import type { Opened } from './lottery.later.js';
import { playText } from './lottery.play-text.js';
import type { LotteryViewProps } from './lottery.view-props.js';
import { gateOf, isBusy } from './lottery.world.js';

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

  /** Whether there is something of the result and the lists to show. */
  private hasMore() {
    const { phase, world } = this.props.state;
    return (
      this.state.opened ||
      phase === 'shown' ||
      world.rewards.length > 0 ||
      (world.lottery!.ways.length > 0 && gateOf(world) === 'empty')
    );
  }

  /** Loads them when they are wanted, or will be after a spin; nothing is drawn while it turns. */
  private load() {
    if ((this.hasMore() || isBusy(this.props.state)) && !this.state.later)
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
        {later && this.hasMore() && (
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
