// The result and the lists: loaded with the first tap, or when there is something of them to show.
import { adoptStyles, type Environment, type Translate } from '@fanfare/core';
import type { Draw } from '@fanfare/protocol';
import { Component, createRef } from 'preact';
import { momentIn } from './lottery.date.js';
import type { LotteryActions } from './lottery.engine.js';
import laterCss from './lottery.later.css?inline';
import { laterText } from './lottery.later-text.js';
import { prizeName } from './lottery.play-words.js';
import { Prizes } from './lottery.prizes.js';
import { Result } from './lottery.result.js';
import { Rewards } from './lottery.rewards.js';
import type { LotteryState } from './lottery.state.js';
import type { LotteryKey } from './lottery.text.js';
import { CodeForm, Ways } from './lottery.ways.js';
import { canSpin, gateOf } from './lottery.world.js';

/** What the person has opened. */
export type Opened = 'prizes' | 'code' | undefined;

export interface LaterProps {
  t: Translate<LotteryKey>;
  state: LotteryState;
  actions: LotteryActions;
  locale: string;
  opened: Opened;
  hasConfetti: boolean;
  /** Runs work once after so many ms. */
  after: Environment['after'];
}

/** A moment to see where it stands before the result covers it. */
const BEAT_MS = 350;

interface Shown {
  showsAll: boolean;
  /** The draw whose result is open. */
  draw?: Draw | undefined;
}

export class Later extends Component<LaterProps, Shown> {
  override state: Shown = { showsAll: false };
  private cancel = () => {};
  private draw: Draw | undefined;
  /** The focus goes to what was won when the result closes. */
  private leadsToMine = false;
  private readonly element = createRef<HTMLDivElement>();

  override componentDidMount() {
    adoptStyles(this.element.current!.getRootNode() as ShadowRoot, [laterCss]);
    this.reveal();
  }

  override componentDidUpdate(before: LaterProps) {
    const { state } = this.props;
    if (before.state !== state) this.reveal();
    if (before.state.phase !== 'shown' || state.phase === 'shown' || !this.leadsToMine) return;
    this.leadsToMine = false;
    this.element.current!.querySelector<HTMLElement>('#mine')?.focus();
  }

  override componentWillUnmount() {
    this.cancel();
  }

  /** Opens the result a moment after the landing, and closes it with the state. */
  private reveal() {
    const { state, after } = this.props;
    const draw = state.phase === 'shown' ? state.draw : undefined;
    if (draw === this.draw) return;
    this.draw = draw;
    this.cancel();
    if (draw) this.cancel = after(BEAT_MS, () => this.setState({ draw }));
    else this.setState({ draw });
  }

  private readonly showMine = () => {
    this.leadsToMine = true;
    this.setState({ showsAll: true });
    this.props.actions.dismiss();
  };

  override render(
    { t: base, state, actions, locale, opened, hasConfetti }: LaterProps,
    { draw, showsAll }: Shown,
  ) {
    const t = base.with(laterText);
    const { world } = state;
    const { ways = [], prizes = [] } = world.lottery ?? {};
    const reward = draw && world.rewards.find(({ id }) => id === draw.reward);
    return (
      <div class="later" ref={this.element}>
        {opened === 'code' && <CodeForm t={t} onCode={actions.spin} />}
        {ways.length > 0 && gateOf(world) === 'empty' && <Ways t={t} ways={ways} locale={locale} />}
        {opened === 'prizes' && <Prizes t={t} world={world} locale={locale} />}
        {world.rewards.length > 0 && (
          <Rewards
            t={t}
            world={world}
            locale={locale}
            showsAll={showsAll}
            onShowAll={() => this.setState({ showsAll: true })}
          />
        )}
        {draw && state.phase === 'shown' && (
          <Result
            key={draw.id}
            t={t}
            draw={draw}
            name={prizeName(state, locale)}
            prize={prizes.find(({ id }) => id === draw.prize)}
            reward={reward}
            claimBy={reward?.claim_by && momentIn(world.zone, locale, reward.claim_by)}
            hasConfetti={hasConfetti}
            onAgain={canSpin(state) ? () => actions.spin() : undefined}
            verify={world.lottery?.commitment && (() => actions.verify(draw))}
            onSeeMine={this.showMine}
            onClose={actions.dismiss}
          />
        )}
      </div>
    );
  }
}
