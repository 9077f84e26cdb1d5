import { Component, createRef } from 'preact';
import type { CheckinViewProps } from './checkin.view-props.js';
import { gateOf } from './checkin.world.js';

interface Loaded {
  play?: typeof import('./checkin.play.js');
}

const ignore = () => {};

class CheckinStage extends Component<CheckinViewProps, Loaded> {
  override state: Loaded = {};
  private readonly go = createRef<HTMLButtonElement>();

  override componentDidMount() {
    // Without a network what there is to see can still be seen.
    import('./checkin.play.js').then((play) => this.setState({ play }), ignore);
  }

  private readonly onGo = () => {
    const { state, actions } = this.props;
    if (state.ask.phase === 'failed') actions.retry();
    else if (gateOf(state.world) === 'signed-out') actions.signIn();
    else actions.checkIn();
  };

  override render(props: CheckinViewProps, { play }: Loaded) {
    const { state, t } = props;
    const { world, ask } = state;
    const gate = gateOf(world);
    const isFailed = ask.phase === 'failed';
    const canGo = isFailed || gate === 'signed-out' || (gate === 'ready' && ask.phase !== 'asking');
    const status = (
      <p class="status" part="status" role="status">
        {play ? play.statusOf(props) : t(gate)}
      </p>
    );
    if (!world.plan) return <div class="checkin is-absent">{status}</div>;
    return (
      <div class={`checkin is-${ask.phase}`}>
        <div class="stage" part="stage">
          <div class="head">{play && <play.Head {...props} />}</div>
          <button
            ref={this.go}
            type="button"
            class={`go is-${gate}`}
            part="button"
            aria-disabled={!canGo}
            onClick={this.onGo}
          >
            <b>
              {t(
                isFailed ? 'retry' : gate === 'signed-out' ? 'signIn' : gate === 'done' ? 'stampedGo' : 'go',
              )}
            </b>
            <span class="worth">
              +{world.plan.points}
              {play?.timesOf(world)}
            </span>
          </button>
          {status}
          {play && <play.Ends {...props} />}
        </div>
        {play && <play.Play {...props} from={this.go} />}
      </div>
    );
  }
}

/** The check-in on the page. */
export const CheckinView = (props: CheckinViewProps) => <CheckinStage {...props} />;
