// For friends whose link was blocked: the passphrase is pasted here.
import type { Translate } from '@fanfare/core';
import { Component, createRef } from 'preact';
import type { InviteActions } from './invite.engine.js';
import { codeIn } from './invite.landing.js';
import type { LaterKey } from './invite.later-text.js';

interface PasteProps {
  t: Translate<LaterKey>;
  paste: InviteActions['paste'];
}

interface Shown {
  isOpen: boolean;
  isWrong: boolean;
}

export class Paste extends Component<PasteProps, Shown> {
  override state: Shown = { isOpen: false, isWrong: false };
  private readonly input = createRef<HTMLInputElement>();

  private readonly onSubmit = (event: Event) => {
    event.preventDefault();
    const { value } = this.input.current!;
    const isWrong = !codeIn(value);
    this.setState({ isWrong, isOpen: isWrong });
    if (!isWrong) this.props.paste(value);
  };

  override render({ t }: PasteProps, { isOpen, isWrong }: Shown) {
    if (!isOpen)
      return (
        <button type="button" class="link" onClick={() => this.setState({ isOpen: true })}>
          {t('haveCode')}
        </button>
      );
    return (
      <form class="form" onSubmit={this.onSubmit}>
        <label>
          {t('codeField')}
          <input ref={this.input} aria-invalid={isWrong} autocomplete="off" />
          {isWrong && <small class="wrong">{t('codeWrong')}</small>}
        </label>
        <button type="submit" class="go">
          {t('send')}
        </button>
      </form>
    );
  }
}
