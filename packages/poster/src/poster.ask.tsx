// Asks for what the scene shows and nobody has told. The poster above follows while one types.
import type { Translate } from '@fanfare/core';
import { Component, createRef } from 'preact';
import type { PosterActions } from './poster.actions.js';
import type { StageKey } from './poster.stage-text.js';
import type { Answers, Ask } from './poster.state.js';

interface AskFormProps {
  t: Translate<StageKey>;
  asks: readonly Ask[];
  answers: Answers;
  actions: PosterActions;
}

const LONGEST_NAME = 40;

export class AskForm extends Component<AskFormProps> {
  private readonly name = createRef<HTMLInputElement>();

  private readonly onSubmit = (event: Event) => {
    event.preventDefault();
    this.props.actions.answer({ nickname: this.name.current?.value.trim() ?? '' });
  };

  private readonly onPick = (event: Event) => {
    const picture = (event.currentTarget as HTMLInputElement).files?.[0];
    if (picture) this.props.actions.takeAvatar(picture);
  };

  override render({ t, asks, answers, actions }: AskFormProps) {
    return (
      <form class="ask" part="ask" onSubmit={this.onSubmit}>
        <h3>{t('askTitle')}</h3>
        {asks.includes('nickname') && (
          <label>
            {t('nickname')}
            <input
              ref={this.name}
              part="input"
              name="nickname"
              autocomplete="nickname"
              maxLength={LONGEST_NAME}
              defaultValue={answers.nickname}
              onInput={({ currentTarget }) => actions.preview({ nickname: currentTarget.value.trim() })}
            />
          </label>
        )}
        {asks.includes('avatar') && (
          <label class="file" part="file">
            {answers.avatar ? (
              <img src={answers.avatar} alt="" width="44" height="44" />
            ) : (
              <svg viewBox="0 0 44 44" width="44" height="44" aria-hidden="true">
                <circle cx="22" cy="17" r="7" />
                <path d="M8 38a14 14 0 0 1 28 0" />
              </svg>
            )}
            {t('avatar')}
            <input type="file" class="hush" accept="image/*" onChange={this.onPick} />
          </label>
        )}
        <div class="choice">
          <button type="submit" class="main" part="answer">
            {t('answer')}
          </button>
          <button type="button" class="more" part="skip" onClick={() => actions.answer({ nickname: '' })}>
            {t('skip')}
          </button>
        </div>
      </form>
    );
  }
}
