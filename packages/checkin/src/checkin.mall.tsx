// Points, what they can become, and where they came from. Loaded when it is opened.
import { localize } from '@fanfare/core';
import type { PublicShop } from '@fanfare/protocol';
import { Component, type h } from 'preact';
import confirmCss from './checkin.confirm.css?inline';
import { Confirm } from './checkin.confirm.js';
import { GIFT } from './checkin.gift.js';
import { History, Mine } from './checkin.history.js';
import ownCss from './checkin.mall.css?inline';
import { mallText } from './checkin.mall-text.js';
import { balanceOf, canAsk } from './checkin.state.js';
import type { LaterProps } from './checkin.view-props.js';

export const css = ownCss + confirmCss;

type Item = PublicShop['items'][number];

class Mall extends Component<LaterProps, { asked: string | undefined }> {
  override state: { asked: string | undefined } = { asked: undefined };

  override componentDidUpdate({ state }: LaterProps) {
    const { phase } = this.props.state.ask;
    if (phase !== state.ask.phase && (phase === 'done' || phase === 'refused')) this.ask();
  }

  private readonly ask = (asked?: string) => this.setState({ asked });

  private renderItem({ id, name, image, cost, per_person }: Item) {
    const { state, actions, t, locale } = this.props;
    const more = t.with(mallText);
    const { world } = state;
    const label = world.stock.find(({ item }) => item === id)?.label;
    const mine = world.rewards.filter(({ source, prize }) => source === 'shop' && prize === id).length;
    const missing = cost - balanceOf(world);
    const words = localize(name, locale);
    const why =
      label === 'out'
        ? more('out')
        : per_person !== undefined && mine >= per_person
          ? more('limit', { n: mine })
          : missing > 0
            ? more('short', { n: missing })
            : '';
    return (
      <li key={id} part="item">
        {image ? (
          <img src={image} alt="" loading="lazy" />
        ) : (
          <svg class="thumb" viewBox="-7 -7 38 38" aria-hidden="true">
            <path d={GIFT} />
          </svg>
        )}
        <div>
          <b>{words}</b>
          <p>
            {more('cost', { n: cost })}
            {label === 'few' && <span class="badge">{more('few')}</span>}
          </p>
        </div>
        {why ? (
          <span class="why">{why}</span>
        ) : (
          <button
            type="button"
            class="main"
            aria-disabled={!canAsk(state, { kind: 'exchange', item: id })}
            onClick={() => canAsk(state, { kind: 'exchange', item: id }) && this.ask(id)}
          >
            {more('exchange')}
          </button>
        )}
        {this.state.asked === id && (
          <Confirm
            title={more('confirm', { n: cost, name: words })}
            cancel={more('no')}
            onCancel={() => this.ask()}
          >
            <button
              type="button"
              class="main"
              aria-disabled={!canAsk(state, { kind: 'exchange', item: id })}
              onClick={() => actions.exchange(id)}
            >
              {more('yes')}
            </button>
          </Confirm>
        )}
      </li>
    );
  }

  override render({ state, t, locale }: LaterProps) {
    const { shop, points, rewards, zone } = state.world;
    const more = t.with(mallText);
    return (
      <div class="mall" part="mall">
        {shop && shop.items.length > 0 && (
          <section>
            <h3>{more('mall')}</h3>
            <ul>{shop.items.map((item) => this.renderItem(item))}</ul>
          </section>
        )}
        <Mine rewards={rewards} t={more} locale={locale} />
        {points && <History points={points} items={shop?.items ?? []} zone={zone} t={more} locale={locale} />}
      </div>
    );
  }
}

/** The part's view; see Part of core. */
export const draw = (create: typeof h, props: LaterProps) => create(Mall, props);
