// The ways to share that fit the place: the device's own sharing, a copied link or passphrase, WeChat's corner.
import { adoptStyles, localize } from '@fanfare/core';
import { Component, createRef } from 'preact';
import { Dialog } from './invite.dialog.js';
import type { ShareWay } from './invite.facts.js';
import sheetCss from './invite.sheet.css?inline';
import { sheetText } from './invite.sheet-text.js';
import type { InviteViewProps } from './invite.view-props.js';

interface SheetProps extends InviteViewProps {
  onClose(): void;
}

interface Shown {
  /** What was copied. */
  copied?: ShareWay | undefined;
  /** What could not be copied, to be selected by hand. */
  byHand?: string | undefined;
}

export class Sheet extends Component<SheetProps, Shown> {
  override state: Shown = {};
  private readonly element = createRef<HTMLDivElement>();

  override componentDidMount() {
    adoptStyles(this.element.current!.getRootNode() as ShadowRoot, [sheetCss]);
    if (this.props.state.isWechat) this.props.actions.share('guide');
  }

  private card() {
    const { config, activity, locale, state, t } = this.props;
    const { url, code } = state.world.mine!;
    const text = config.shareText || t.with(sheetText)('about');
    const title = config.shareTitle || localize(activity?.definition.peek()?.title, locale);
    return { title, text, url, passphrase: t.with(sheetText)('words', { text: title || text, code }) };
  }

  private readonly onNative = async () => {
    const { title, text, url } = this.card();
    this.props.actions.share('native');
    try {
      await navigator.share?.({ title, text, url });
    } catch {
      // The person has changed their mind, or the device has nothing to share with: the other ways are below.
    }
  };

  private readonly copy = async (way: 'link' | 'passphrase') => {
    const { url, passphrase } = this.card();
    const value = way === 'link' ? url : passphrase;
    this.props.actions.share(way);
    try {
      await navigator.clipboard.writeText(value);
      this.setState({ copied: way, byHand: undefined });
    } catch {
      // No permission, or plain http.
      this.setState({ copied: undefined, byHand: value });
    }
  };

  override render({ t: base, state, config, actions, onClose }: SheetProps, { copied, byHand }: Shown) {
    const t = base.with(sheetText);
    const { isWechat } = state;
    const hasNative = !isWechat && typeof navigator !== 'undefined' && typeof navigator.share === 'function';
    return (
      <Dialog label={t('title')} onClose={onClose}>
        {isWechat && (
          <div class="corner" part="guide">
            <svg viewBox="0 0 60 60" aria-hidden="true">
              <path d="M6 54Q44 50 50 10m-13 11L50 8l7 17" />
            </svg>
            <p>{t('corner')}</p>
          </div>
        )}
        <div class="sheet" part="share" ref={this.element}>
          <h3>{t('title')}</h3>
          {isWechat && <p>{t('browser')}</p>}
          {hasNative && (
            <button type="button" class="main" onClick={this.onNative}>
              {t('native')}
            </button>
          )}
          {(['link', 'passphrase'] as const).map((way) => (
            <button
              key={way}
              type="button"
              class={hasNative || way === 'passphrase' ? 'side' : 'main'}
              onClick={() => this.copy(way)}
            >
              {t(copied === way ? 'copied' : way)}
            </button>
          ))}
          <span class="hush" role="status">
            {copied && t('copied')}
          </span>
          {byHand && (
            <label class="hand">
              {t('byHand')}
              <textarea readOnly rows={3} value={byHand} onFocus={(event) => event.currentTarget.select()} />
            </label>
          )}
          {config.poster && (
            <button type="button" class="side" onClick={() => actions.share('poster')}>
              {t('poster')}
            </button>
          )}
          <slot name="poster" />
          <button type="button" class="link" onClick={onClose}>
            {t('close')}
          </button>
        </div>
      </Dialog>
    );
  }
}
