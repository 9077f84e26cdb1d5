// How to share where the page itself cannot, and a text to copy by hand.
import type { Translate } from '@fanfare/core';
import { Component, createRef } from 'preact';
import type { StageKey } from './poster.stage-text.js';
import type { Help, PosterState } from './poster.state.js';

interface HelpPanelProps {
  t: Translate<StageKey>;
  help: Help;
  state: Pick<PosterState, 'isWechat' | 'isPhone'>;
  onClose(): void;
}

export class HelpPanel extends Component<HelpPanelProps> {
  private readonly panel = createRef<HTMLElement>();
  private readonly text = createRef<HTMLTextAreaElement>();
  /** Where the focus was, to go back there. */
  private from: HTMLElement | null = null;

  override componentDidMount() {
    const panel = this.panel.current!;
    this.from = (panel.getRootNode() as ShadowRoot).activeElement as HTMLElement | null;
    panel.scrollIntoView({ block: 'nearest' });
    if (this.text.current) this.text.current.select();
    else panel.focus({ preventScroll: true });
  }

  override componentWillUnmount() {
    this.from?.focus({ preventScroll: true });
  }

  override render({ t, help, state: { isWechat, isPhone }, onClose }: HelpPanelProps) {
    const steps: StageKey[] =
      isWechat || isPhone
        ? ['guidePress', isWechat ? 'guideKeepWechat' : 'guideKeep', 'guideSend']
        : ['guideDesk'];
    const onKeyDown = ({ key }: KeyboardEvent) => key === 'Escape' && onClose();
    return (
      <section
        class="help"
        part="help"
        ref={this.panel}
        tabIndex={-1}
        aria-labelledby="help-title"
        onKeyDown={onKeyDown}
      >
        <h3 id="help-title">{t(help.kind === 'copy' ? 'manualTitle' : 'guideTitle')}</h3>
        {help.kind === 'copy' ? (
          <label>
            {t('manual')}
            <textarea ref={this.text} readOnly rows={3} value={help.text} />
          </label>
        ) : (
          <ol>
            {steps.map((step) => (
              <li key={step}>{t(step)}</li>
            ))}
          </ol>
        )}
        <button type="button" class="main" part="close" onClick={onClose}>
          {t('close')}
        </button>
      </section>
    );
  }
}
