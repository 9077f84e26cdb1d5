import { localize } from '@fanfare/core';
import { Component, createRef } from 'preact';
import type { LotteryViewProps } from './lottery.view-props.js';
import { Wheel } from './lottery.wheel.js';
import { wordsForGate } from './lottery.words.js';
import { canSpin, isBusy, needsSignIn } from './lottery.world.js';

/** Parts that load when they are needed. */
interface Loaded {
  play?: typeof import('./lottery.play.js');
  grid?: typeof import('./lottery.grid.js');
}

const GRID_PRIZES = 8;
const ignore = () => {};

class LotteryStage extends Component<LotteryViewProps, Loaded> {
  override state: Loaded = {};
  private readonly turns = createRef<HTMLDivElement>();

  override componentDidMount() {
    // Without a network what there is to see can still be seen.
    import('./lottery.play.js').then((play) => this.setState({ play }), ignore);
    this.componentDidUpdate();
  }

  /** While it turns, only what is seen counts: the rest can wait until it stands. */
  override shouldComponentUpdate({ state, locale }: LotteryViewProps, loaded: Loaded) {
    const before = this.props;
    return (
      !isBusy(state) ||
      state.phase !== before.state.phase ||
      locale !== before.locale ||
      loaded !== this.state
    );
  }

  override componentDidUpdate() {
    if (this.isGrid() && !this.state.grid)
      import('./lottery.grid.js').then((grid) => this.setState({ grid }), ignore);
  }

  /** Whether the grid is wanted and can show the prizes. */
  private isGrid() {
    const { config, state } = this.props;
    const { prizes = [] } = state.world.lottery ?? {};
    return config.kind === 'grid' && prizes.length <= GRID_PRIZES;
  }

  private readonly onGo = () => {
    const { state, actions } = this.props;
    if (state.phase === 'failed') actions.retry();
    else if (needsSignIn(state)) actions.signIn();
    else actions.spin();
  };

  override render(props: LotteryViewProps, { play, grid }: Loaded) {
    const { config, state, t, locale } = props;
    const { lottery } = state.world;
    const status = (
      <p class="status" part="status" role="status">
        {wordsForGate(state.world, t, locale)}
      </p>
    );
    if (!lottery) return status;
    const { prizes } = lottery;
    const isGrid = this.isGrid();
    const Face = isGrid ? grid?.Grid : Wheel;
    return (
      <div class={`lottery is-${isBusy(state) ? 'busy' : state.phase}`}>
        <div class="stage" part="stage">
          {Face ? (
            <Face
              prizes={prizes}
              locale={locale}
              label={prizes.map(({ name }) => localize(name, locale)).join(', ')}
              extras={play}
              turns={this.turns}
            >
              <button
                type="button"
                class="go"
                part="button"
                aria-disabled={
                  !canSpin(state, config.code) && state.phase !== 'failed' && !needsSignIn(state)
                }
                onClick={this.onGo}
              >
                {t('spin')}
              </button>
            </Face>
          ) : (
            <div class="face" />
          )}
          {play && Face ? (
            <play.Play {...props} turns={this.turns} stage={isGrid ? grid!.gridStage : play.wheelStage} />
          ) : (
            status
          )}
          {play && <play.Tools {...props} />}
        </div>
      </div>
    );
  }
}

/** The lottery on the page. */
export const LotteryView = (props: LotteryViewProps) => <LotteryStage {...props} />;
