// What it takes to play: the lines of the stage, the stations, and what opens below them. Loaded once the check-in
// stands there, so that nothing of it delays the first sight.
import { adoptStyles, localize, Part } from '@fanfare/core';
import { Component, createRef, type RefObject } from 'preact';
import { type Lap, lapOf } from './checkin.lap.js';
import playCss from './checkin.play.css?inline';
import { playText } from './checkin.play-text.js';
import { balanceOf } from './checkin.state.js';
import { Stations } from './checkin.stations.js';
import { factorOf } from './checkin.streak.js';
import type { CheckinViewProps, LaterProps, Opened } from './checkin.view-props.js';
import { wordsForEnd, wordsForState, wordsForStreak } from './checkin.words.js';
import { comingMultipliers, gateOf, type World } from './checkin.world.js';

const loadDays = () => import('./checkin.days.js');
const loadMall = () => import('./checkin.mall.js');
const loadContent = () => import('./checkin.content.js');
const loadNews = () => import('./checkin.news.js');
const ignore = () => {};

const isOpen = (world: World) => ['ready', 'done'].includes(gateOf(world));

/** The line that says what is going on. */
export const statusOf = ({ state, t, locale }: CheckinViewProps): string =>
  wordsForState(state, t.with(playText), locale, t);

/** What today's points are multiplied by, behind them. */
export function timesOf(world: World): string {
  const factor = factorOf(world);
  return factor > 1 ? ` ×${factor}` : '';
}

export function Head({ state: { world }, t }: CheckinViewProps) {
  const more = t.with(playText);
  const { lap, done } = lapOf(world);
  return (
    <>
      <p class="lap" part="lap">
        {world.phase === 'ended'
          ? more('total', { n: world.checkin?.days.length ?? 0 })
          : more('lap', { lap, n: done, of: world.plan!.lap_days })}
      </p>
      <p class="streak" part="streak">
        {wordsForStreak(world, more)}
      </p>
    </>
  );
}

export const Ends = ({ state: { world }, t, locale }: CheckinViewProps) =>
  isOpen(world) && <p class="ends">{wordsForEnd(world, t.with(playText), locale)}</p>;

interface PlayProps extends CheckinViewProps {
  /** Where points start to fly. */
  from: RefObject<HTMLButtonElement | null>;
}

interface Shown {
  opened: Opened;
  chosen: string | undefined;
}

export class Play extends Component<PlayProps, Shown> {
  override state: Shown = { opened: undefined, chosen: undefined };
  private readonly points = createRef<HTMLElement>();

  override componentDidMount() {
    const root = this.props.from.current!.getRootNode();
    if (root instanceof ShadowRoot) adoptStyles(root, [playCss]);
  }

  override componentDidUpdate(before: PlayProps) {
    const { state, from, config } = this.props;
    const { ask } = state;
    if (ask === before.state.ask || ask.phase !== 'done') return;
    if (ask.wish.kind === 'make_up') this.choose(undefined);
    const [start, end] = [from.current, this.points.current];
    if (config.flight && ask.gain > 0 && start && end)
      import('./checkin.flight.js').then(({ fly }) => fly(start, end, `+${ask.gain}`), ignore);
  }

  private readonly choose = (chosen: string | undefined) => this.setState({ chosen });
  private readonly toggle = (name: Opened) => () =>
    this.setState(({ opened }) => ({ opened: opened === name ? undefined : name, chosen: undefined }));

  private renderNext({ done, stations }: Lap) {
    const { t, locale } = this.props;
    const more = t.with(playText);
    const next = stations.find(({ milestone }) => milestone && milestone.day > done)?.milestone;
    if (!next) return null;
    const gift = more('gift', { name: localize(next.name, locale), n: next.points ?? 0 });
    return (
      <p class="note" part="next">
        {more('nextGift', { n: next.day - done, gift })}
      </p>
    );
  }

  private renderTools() {
    const { config, state, t } = this.props;
    const { plan, points, shop } = state.world;
    const more = t.with(playText);
    const words = <b ref={this.points}>{more('balance', { n: balanceOf(state.world) })}</b>;
    const tool = (name: 'month' | 'content' | 'mall') => (
      <button
        type="button"
        part={name === 'mall' ? 'points' : undefined}
        data-opens={name}
        aria-expanded={this.state.opened === name}
        onClick={this.toggle(name)}
      >
        {name === 'mall' ? words : more(name)}
      </button>
    );
    return (
      <div class="tools" part="tools">
        {config.mall && (points || shop) ? tool('mall') : points && words}
        {config.view === 'lap' && tool('month')}
        {plan!.content !== 'none' && tool('content')}
      </div>
    );
  }

  override render(props: PlayProps, { opened, chosen }: Shown) {
    const { config, state, t, locale } = props;
    const { world, ask } = state;
    const { checkin } = world;
    const more = t.with(playText);
    const lap = lapOf(world);
    const later: LaterProps = { ...props, opened, chosen, choose: this.choose };
    const wait = <p class="note">{more('waiting')}</p>;
    const hasNews =
      (config.group && checkin?.group) ||
      lap.isOver ||
      comingMultipliers(world).length > 0 ||
      ask.phase === 'refused';
    return (
      <>
        {config.view === 'lap' && (world.phase !== 'ended' || lap.done > 0) && (
          <Stations lap={lap} t={more} locale={locale} onMissed={isOpen(world) ? this.choose : undefined} />
        )}
        {this.renderNext(lap)}
        {hasNews && (
          <Part load={loadNews} with={later}>
            <i />
          </Part>
        )}
        {this.renderTools()}
        {(config.view === 'month' || opened === 'month' || chosen) && (
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
      </>
    );
  }
}
