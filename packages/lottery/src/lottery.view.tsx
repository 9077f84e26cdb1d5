import { type ConfigOf, localize, type ViewProps } from '@fanfare/core';
import { Component } from 'preact';
import type { lotteryConfig } from './lottery.config.js';
import type { LotteryActions } from './lottery.controller.js';
import type { FaceProps } from './lottery.face.js';
import type { Opened } from './lottery.later.js';
import { StartsIn } from './lottery.starts-in.js';
import { canSpin, isBusy, type LotteryState } from './lottery.state.js';
import { needsSignIn, statusOf } from './lottery.status.js';
import type { LotteryKey } from './lottery.text.js';
import { Wheel } from './lottery.wheel.js';
import { gateOf } from './lottery.world.js';

type LotteryViewProps = ViewProps<ConfigOf<typeof lotteryConfig>, LotteryState, LotteryActions, LotteryKey>;

/** Parts that load when they are needed, and what the person has opened. */
interface Shown {
  Grid?: (props: FaceProps) => ReturnType<typeof Wheel>;
  later?: typeof import('./lottery.later.js');
  opened: Opened;
}

const GRID_PRIZES = 8;

class LotteryStage extends Component<LotteryViewProps, Shown> {
  override state: Shown = { opened: undefined };

  override componentDidMount() {
    this.load();
  }

  override componentDidUpdate(before: LotteryViewProps) {
    const { state, config } = this.props;
    if (before.state.phase !== state.phase && (state.isSoundOn || config.haptics))
      void import('./lottery.effects.js').then(
        ({ accompany }) => accompany(state, state.isSoundOn, config.haptics),
        () => {},
      );
    this.load();
  }

  /** Whether the grid is wanted and can show the prizes. */
  private isGrid() {
    const { config, state } = this.props;
    return config.kind === 'grid' && state.world.lottery!.prizes.length <= GRID_PRIZES;
  }

  private load() {
    const { state } = this.props;
    const { Grid, later, opened } = this.state;
    const { lottery, rewards } = state.world;
    if (lottery && !Grid && this.isGrid())
      import('./lottery.grid.js').then(
        (module) => this.setState({ Grid: module.Grid }),
        // Without the grid there is still a wheel.
        () => this.setState({ Grid: Wheel }),
      );
    const isWanted =
      opened ||
      state.phase !== 'rest' ||
      rewards.length ||
      (lottery?.ways.length && gateOf(state.world) === 'empty');
    if (isWanted && !later)
      import('./lottery.later.js').then(
        (module) => this.setState({ later: module }),
        // The line below the stage says the result too.
        () => {},
      );
  }

  private readonly onGo = () => {
    const { state, actions } = this.props;
    if (state.phase === 'failed') actions.retry();
    else if (needsSignIn(state)) actions.signIn();
    else actions.spin();
  };

  private readonly onSound = () => {
    const { state, actions } = this.props;
    if (!state.isSoundOn) void import('./lottery.effects.js').then(({ soundCheck }) => soundCheck());
    actions.toggleSound();
  };

  override render(
    { config, state, actions, t, locale, activity }: LotteryViewProps,
    { Grid, later, opened }: Shown,
  ) {
    const { world } = state;
    const { lottery } = world;
    if (!lottery) return <p class="status">{t('absent')}</p>;
    const { prizes } = lottery;
    const gate = gateOf(world);
    const isAsleep = !canSpin(state, config.code) && state.phase !== 'failed' && !needsSignIn(state);
    const Face = this.isGrid() ? Grid : Wheel;
    const names = prizes.map(({ name }) => localize(name, locale)).join(', ');
    const open = (next: Opened) => () => this.setState({ opened: opened === next ? undefined : next });
    const reason = state.phase === 'refused' ? later?.reasonOf(state.code, t) : undefined;
    const toggle = (name: 'prizes' | 'code') => (
      <button type="button" class="link" aria-expanded={opened === name} onClick={open(name)}>
        {t(name)}
      </button>
    );
    return (
      <div class={`lottery is-${state.phase}`} part="lottery">
        <div class="stage" part="stage">
          {Face ? (
            <Face
              prizes={prizes}
              locale={locale}
              label={t('label', { n: prizes.length, names })}
              state={state}
              actions={actions}
              minSpin={config.minSpin}
              maxSpin={config.maxSpin}
              random={activity!.environment.random}
            >
              <button
                type="button"
                class="go"
                part="button"
                aria-disabled={isAsleep}
                aria-busy={isBusy(state)}
                onClick={this.onGo}
              >
                <span>{t('spin')}</span>
              </button>
            </Face>
          ) : (
            <div class="grid wait" />
          )}
          {gate === 'warmup' && <StartsIn activity={activity!} startAt={world.startAt} t={t} />}
          <p class="status" part="status" role="status">
            {reason ?? statusOf(state, t, locale)}
          </p>
          {state.phase === 'failed' && (
            <button type="button" class="main" part="action" onClick={actions.retry}>
              {t('retry')}
            </button>
          )}
          {needsSignIn(state) && (
            <button type="button" class="main" part="action" onClick={actions.signIn}>
              {t('signIn')}
            </button>
          )}
        </div>
        <div class="tools" part="tools">
          {toggle('prizes')}
          {lottery.codes && gate !== 'ended' && toggle('code')}
          <button
            type="button"
            class="link"
            aria-pressed={state.isSoundOn}
            aria-label={t('sound')}
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
          />
        )}
      </div>
    );
  }
}

/** The lottery on the page. */
export const LotteryView = (props: LotteryViewProps) => <LotteryStage {...props} />;
