// The result and the lists: loaded with the first tap, or when there is something of them to show.
import { adoptStyles, type Translate } from '@fanfare/core';
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
}

export class Later extends Component<LaterProps, { showsAll: boolean }> {
  override state = { showsAll: false };
  private readonly element = createRef<HTMLDivElement>();

  override componentDidMount() {
    adoptStyles(this.element.current!.getRootNode() as ShadowRoot, [laterCss]);
  }

  private readonly showMine = () => {
    this.props.actions.dismiss();
    this.setState({ showsAll: true }, () =>
      this.element.current?.querySelector<HTMLElement>('#mine')?.focus(),
    );
  };

  override render({ t: base, state, actions, locale, opened, hasConfetti }: LaterProps) {
    const t = base.with(laterText);
    const { world } = state;
    const { ways = [], prizes = [] } = world.lottery ?? {};
    const draw = state.phase === 'shown' ? state.draw : undefined;
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
            showsAll={this.state.showsAll}
            onShowAll={() => this.setState({ showsAll: true })}
          />
        )}
        {draw && (
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
            onSeeMine={this.showMine}
            onClose={actions.dismiss}
          />
        )}
      </div>
    );
  }
}
