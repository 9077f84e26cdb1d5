import { Component, createRef } from 'preact';
import type { PosterViewProps } from './poster.view-props.js';

interface Loaded {
  /** The gallery and its actions, which load when the widget is first seen. */
  Stage?: typeof import('./poster.stage.js').Stage;
  isLost?: boolean;
}

class PosterFrame extends Component<PosterViewProps, Loaded> {
  override state: Loaded = {};
  private readonly element = createRef<HTMLDivElement>();
  private watch: IntersectionObserver | undefined;
  private isAwake = false;

  override componentDidMount() {
    if (typeof IntersectionObserver === 'undefined') return this.wake();
    this.watch = new IntersectionObserver((entries) => {
      if (entries.some(({ isIntersecting }) => isIntersecting)) this.wake();
    });
    this.watch.observe(this.element.current!);
  }

  override componentDidUpdate({ actions, locale, state }: PosterViewProps) {
    if (!this.isAwake) return;
    // Options have changed: what the person has chosen stays.
    if (actions !== this.props.actions) this.props.actions.wake(this.props.locale, state);
    else if (locale !== this.props.locale) actions.wake(this.props.locale);
  }

  override componentWillUnmount() {
    this.watch?.disconnect();
  }

  private readonly wake = () => {
    this.watch?.disconnect();
    this.isAwake = true;
    this.props.actions.wake(this.props.locale);
    import('./poster.stage.js').then(
      ({ Stage }) => this.setState({ Stage, isLost: false }),
      () => this.setState({ isLost: true }),
    );
  };

  override render(props: PosterViewProps, { Stage, isLost }: Loaded) {
    const { state, t } = props;
    const isOffline = isLost || state.phase === 'offline';
    return (
      <div class="poster" part={`poster ${state.phase}`} ref={this.element}>
        {Stage && !isOffline ? (
          <Stage {...props} />
        ) : (
          <div class="cover" part="cover">
            <p role="status">{isOffline ? t('offline') : this.isAwake && t('waiting')}</p>
            {(isOffline || !this.isAwake) && (
              <button type="button" class="start" part="button" onClick={this.wake}>
                {t('start')}
              </button>
            )}
          </div>
        )}
      </div>
    );
  }
}

/** The poster on the page. */
export const PosterView = (props: PosterViewProps) => <PosterFrame {...props} />;
