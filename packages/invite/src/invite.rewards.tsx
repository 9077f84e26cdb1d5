// What was won and how it is claimed; states and deadlines stay in sight.
import { localize } from '@fanfare/core';
import type { Reward } from '@fanfare/protocol';
import { Component } from 'preact';
import { RewardForm } from './invite.fields.js';
import { laterText } from './invite.later-text.js';
import type { InviteViewProps } from './invite.view-props.js';
import { yuan } from './invite.yuan.js';

interface RewardsProps {
  view: InviteViewProps;
  rewards: readonly Reward[];
}

const momentIn = (zone: string, locale: string, at: string): string =>
  new Intl.DateTimeFormat(locale, {
    timeZone: zone,
    month: 'numeric',
    day: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    hour12: false,
  }).format(new Date(at));

export class Rewards extends Component<RewardsProps, { opened?: string | undefined }> {
  override state: { opened?: string | undefined } = {};

  private readonly item = (reward: Reward) => {
    const { state, actions, t: base, locale } = this.props.view;
    const t = base.with(laterText);
    const { id, name, state: standing, form, amount, claim_by, code, shipping, receipt } = reward;
    const isBusy = state.deeds[`reward:${id}`]?.phase === 'asking';
    const isOpen = this.state.opened === id && standing === 'pending';
    const onOpen = () =>
      form === 'none' ? isBusy || actions.fill(id, {}) : this.setState({ opened: isOpen ? undefined : id });
    return (
      <li key={id}>
        <span class="what">
          {localize(name, locale)}
          {amount !== undefined && ` ${yuan(amount)}`}
          <small class={standing} role="status">
            {t(`state-${standing}`)}
            {standing === 'pending' &&
              claim_by &&
              ` · ${t('claimBy', { time: momentIn(state.world.zone, locale, claim_by) })}`}
          </small>
          {code && (
            <small>
              {t('code')} <code>{code}</code>
            </small>
          )}
          {shipping && <small>{shipping}</small>}
          <small>
            {t('receipt')} <code>{receipt}</code>
          </small>
        </span>
        {standing === 'pending' && (
          <button
            type="button"
            class="link"
            aria-expanded={form === 'none' ? undefined : isOpen}
            aria-disabled={isBusy}
            onClick={onOpen}
          >
            {isBusy ? t('asking') : form === 'none' ? t('claim') : t('fill')}
          </button>
        )}
        {isOpen && form !== 'none' && (
          <RewardForm t={t} form={form} isBusy={isBusy} onSend={(body) => actions.fill(id, body)} />
        )}
      </li>
    );
  };

  override render({ view, rewards }: RewardsProps) {
    return (
      <section class="list" part="rewards">
        <h3>{view.t.with(laterText)('mine')}</h3>
        <ul>{rewards.map(this.item)}</ul>
      </section>
    );
  }
}
