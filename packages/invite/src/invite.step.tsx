// What comes after the last tier: one card that stays until its step is done.
import { localize } from '@fanfare/core';
import type { Invite } from '@fanfare/protocol';
import { Component } from 'preact';
import { laterText } from './invite.later-text.js';
import type { QrPaths } from './invite.qr.js';
import type { InviteViewProps } from './invite.view-props.js';
import { gateOf } from './invite.world.js';

interface StepProps {
  view: InviteViewProps;
  step: NonNullable<Invite['step']>;
}

interface Loaded {
  qr?: QrPaths;
  /** What the code leads to. */
  url?: string;
}

export class Step extends Component<StepProps, Loaded> {
  override state: Loaded = {};

  override componentDidMount() {
    this.componentDidUpdate();
  }

  override componentDidUpdate() {
    const { show, url } = this.props.step;
    if (show === 'qr' && url && this.state.url !== url)
      import('./invite.qr.js')
        .then(({ qrPaths }) => this.setState({ qr: qrPaths(url), url }))
        // The link beside it leads there too.
        .catch(() => {});
  }

  override render({ view: { state, actions, t: base, locale }, step }: StepProps, { qr }: Loaded) {
    const t = base.with(laterText);
    const { id, index, title, body, options, show, url } = step;
    const isBusy = state.deeds[`task:${id}`]?.phase === 'asking' || gateOf(state.world) !== 'ready';
    const submit = (answer?: string) => isBusy || actions.submit(id, answer);
    return (
      <section class="step" part="step">
        <small>{t('step', { n: index, of: state.world.plan?.steps ?? index })}</small>
        <h3>{localize(title, locale)}</h3>
        {body && <p>{localize(body, locale)}</p>}
        {options && (
          <div class="row">
            {options.map((option) => (
              <button
                key={option.id}
                type="button"
                class="go"
                aria-disabled={isBusy}
                onClick={() => submit(option.id)}
              >
                {localize(option.title, locale)}
              </button>
            ))}
          </div>
        )}
        {url && show === 'qr' && qr && (
          <>
            <svg
              class="qr"
              viewBox={`0 0 ${qr.size} ${qr.size}`}
              role="img"
              aria-label={t('qr')}
              shape-rendering="crispEdges"
            >
              <path class="paper" d={qr.paper} />
              <path class="ink" d={qr.ink} />
            </svg>
            <small>{t('scan')}</small>
          </>
        )}
        {url && (
          <div class="row">
            <a class="go" href={url} target="_blank" rel="noopener" onClick={() => submit()}>
              {t('go')}
            </a>
            {show === 'qr' && (
              <button type="button" class="link" aria-disabled={isBusy} onClick={() => submit()}>
                {t('did')}
              </button>
            )}
          </div>
        )}
      </section>
    );
  }
}
