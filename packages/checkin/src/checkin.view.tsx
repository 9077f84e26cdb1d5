import { Part } from '@fanfare/core';
import { Component, createRef } from 'preact';
import { lapOf } from './checkin.lap.js';
import { balanceOf, canAsk } from './checkin.state.js';
import { Stations } from './checkin.stations.js';
import type { CheckinViewProps, LaterProps, Opened } from './checkin.view-props.js';
import { wordsForEnd, wordsForState, wordsForStreak } from './checkin.words.js';
import { factorOf, gateOf } from './checkin.world.js';

interface Shown {
  opened: Opened;
  chosen: string | undefined;
}

const loadDays = () => import('./checkin.days.js');
const loadMall = () => import('./checkin.mall.js');
const loadContent = () => import('./checkin.content.js');
const loadNews = () => import('./checkin.news.js');
const ignore = () => {};

class CheckinStage extends Component<CheckinViewProps, Shown> {
  override state: Shown = { opened: undefined, chosen: undefined };
  private readonly go = createRef<HTMLButtonElement>();
  private readonly points = createRef<HTMLElement>();

  override componentDidUpdate(before: CheckinViewProps) {
    const { ask } = this.props.state;
    if (ask === before.state.ask || ask.phase !== 'done') return;
    if (ask.wish.kind === 'make_up') this.choose(undefined);
    const [from, to] = [this.go.current, this.points.current];
    if (this.props.config.flight && ask.gain > 0 && from && to)
      import('./checkin.flight.js').then(({ fly }) => fly(from, to, `+${ask.gain}`), ignore);
  }

  private readonly choose = (chosen: string | undefined) => this.setState({ chosen });
  private readonly toggle = (name: Opened) => () =>
    this.setState(({ opened }) => ({ opened: opened === name ? undefined : name, chosen: undefined }));

  private readonly onGo = () => {
    const { state, actions } = this.props;
    if (state.ask.phase === 'failed') actions.retry();
    else if (gateOf(state.world) === 'signed-out') actions.signIn();
    else actions.checkIn();
  };

  override render(props: CheckinViewProps, { opened, chosen }: Shown) {
    const { config, state, t, locale } = props;
    const { world, ask } = state;
    const { plan, checkin, shop, points } = world;
    const gate = gateOf(world);
    const status = (
      <p class="status" part="status" role="status">
        {wordsForState(state, t, locale)}
      </p>
    );
    if (!plan) return status;
    const lap = lapOf(world);
    const factor = factorOf(world);
    const isOpen = gate === 'ready' || gate === 'done';
    const isFailed = ask.phase === 'failed';
    const canGo = isFailed || gate === 'signed-out' || canAsk(state, { kind: 'today' });
    const hasMall = config.mall && (points || shop);
    const balance = t('balance', { n: balanceOf(world) });
    const later: LaterProps = { ...props, opened, chosen, choose: this.choose };
    const tool = (name: 'month' | 'content') => (
      <button type="button" data-opens={name} aria-expanded={opened === name} onClick={this.toggle(name)}>
        {t(name)}
      </button>
    );
    const wait = <p class="note">{t('waiting')}</p>;
    const isMonth = config.view === 'month' || opened === 'month' || chosen;
    const hasNews =
      (config.group && checkin?.group) ||
      lap.isOver ||
      plan.multipliers.length > 0 ||
      ask.phase === 'refused';
    return (
      <div class={`checkin is-${ask.phase}`}>
        <div class="stage" part="stage">
          <p class="lap" part="lap">
            {t('lap', { lap: lap.lap, n: lap.done, of: plan.lap_days })}
          </p>
          <p class="streak" part="streak">
            {wordsForStreak(world, t)}
          </p>
          <button
            ref={this.go}
            type="button"
            class={`go is-${gate}`}
            part="button"
            aria-disabled={!canGo}
            onClick={this.onGo}
          >
            <b>
              {t(isFailed ? 'retry' : gate === 'signed-out' ? 'signIn' : gate === 'done' ? 'stamped' : 'go')}
            </b>
            <span class="worth">
              +{plan.points}
              {factor > 1 && ` ×${factor}`}
            </span>
          </button>
          {status}
          {isOpen && <p class="ends">{wordsForEnd(world, t, locale)}</p>}
        </div>
        {config.view === 'lap' && (
          <Stations lap={lap} t={t} locale={locale} onMissed={isOpen ? this.choose : undefined} />
        )}
        {hasNews && <Part load={loadNews} with={later} children={<i />} />}
        <div class="tools" part="tools">
          {hasMall ? (
            <button
              type="button"
              part="points"
              aria-expanded={opened === 'mall'}
              onClick={this.toggle('mall')}
            >
              <b ref={this.points}>{balance}</b>
            </button>
          ) : (
            points && <b ref={this.points}>{balance}</b>
          )}
          {config.view === 'lap' && tool('month')}
          {plan.content !== 'none' && tool('content')}
        </div>
        {isMonth && (
          <Part key="days" load={loadDays} with={later}>
            {wait}
          </Part>
        )}
        {opened === 'mall' && (
          <Part key="mall" load={loadMall} with={later}>
            {wait}
          </Part>
        )}
        {opened === 'content' && (
          <Part key="content" load={loadContent} with={later}>
            {wait}
          </Part>
        )}
      </div>
    );
  }
}

/** The check-in on the page. */
export const CheckinView = (props: CheckinViewProps) => <CheckinStage {...props} />;
