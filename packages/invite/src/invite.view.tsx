import { localize } from '@fanfare/core';
import { Component } from 'preact';
import { Tier } from './invite.tier.js';
import type { InviteViewProps } from './invite.view-props.js';
import { gateOf, nextTier } from './invite.world.js';

interface Shown {
  later?: typeof import('./invite.late.js');
  isSharing: boolean;
}

class InviteCard extends Component<InviteViewProps, Shown> {
  override state: Shown = { isSharing: false };

  override componentDidMount() {
    this.load();
  }

  /** Lists, forms and guides: without a network what there is to see can still be seen. */
  private load() {
    import('./invite.late.js').then(
      (later) => this.setState({ later }),
      () => {},
    );
  }

  private readonly onShare = () => {
    this.props.actions.prepareShare();
    this.setState({ isSharing: true });
    if (!this.state.later) this.load();
  };

  private readonly onClose = () => this.setState({ isSharing: false });

  override render(props: InviteViewProps, { later, isSharing }: Shown) {
    const { state, actions, t, locale } = props;
    const { world } = state;
    const { plan, mine, isModest, notice } = world;
    const gate = gateOf(world);
    const next = nextTier(world);
    const missing = (next?.friends ?? 0) - (mine?.valid ?? 0);
    if (!plan)
      return (
        <section class="card" part="card">
          <p role="status">{t('absent')}</p>
        </section>
      );
    return (
      <section class="card" part="card">
        {later && <later.Landing {...props} />}
        <header>
          <h2>{mine?.valid ? t('count', { n: mine.valid }) : t('none')}</h2>
          <p role="status" part="status">
            {gate === 'ready'
              ? isModest || (missing > 0 ? t('more', { n: missing }) : t('done'))
              : gate === 'paused' && notice
                ? localize(notice, locale)
                : t(gate)}
          </p>
        </header>
        <div class="faces">{later && <later.Slots t={t} mine={mine} wanted={next?.friends ?? 0} />}</div>
        {gate === 'signed-out' ? (
          <button type="button" class="main" part="button" onClick={actions.signIn}>
            {t('signIn')}
          </button>
        ) : (
          mine &&
          gate !== 'ended' && (
            <button type="button" class="main" part="button" aria-haspopup="dialog" onClick={this.onShare}>
              {t('share')}
            </button>
          )
        )}
        {!isModest && (
          <ol class="tiers" part="tiers">
            {plan.tiers.map((tier) => (
              <Tier key={tier.id} view={props} tier={tier} late={later} />
            ))}
          </ol>
        )}
        {later && <later.Later {...props} isSharing={isSharing} onClose={this.onClose} />}
      </section>
    );
  }
}

/** Inviting on the page. */
export const InviteView = (props: InviteViewProps) => <InviteCard {...props} />;
