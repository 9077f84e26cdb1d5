// What can be done with a finished poster here: a phone shares, a desk downloads, WeChat presses long.
import type { Translate } from '@fanfare/core';
import type { PosterActions } from './poster.actions.js';
import type { StageKey } from './poster.stage-text.js';
import type { Card, PosterState } from './poster.state.js';

interface OffersProps {
  t: Translate<StageKey>;
  state: PosterState;
  card: Card;
  actions: PosterActions;
}

export function Offers({ t, state, card, actions }: OffersProps) {
  const { canShare, isWechat, isPhone, link, texts } = state;
  const isFirst = (what: 'share' | 'save' | 'howTo') =>
    what === (isWechat ? 'howTo' : canShare && isPhone ? 'share' : 'save');
  const button = (what: 'share' | 'save' | 'howTo' | 'copyLink' | 'rename', onClick: () => void) => (
    <button type="button" class={isFirst(what as 'save') ? 'main' : 'more'} part={what} onClick={onClick}>
      {t(what)}
    </button>
  );
  return (
    <div class="offers" part="actions">
      {isWechat && button('howTo', actions.share)}
      {canShare && button('share', actions.share)}
      {!isWechat && button('save', actions.save)}
      {link && button('copyLink', actions.copyLink)}
      {card.asks.length > 0 && button('rename', actions.ask)}
      {texts.length > 0 && (
        <details class="texts" part="texts">
          <summary>{t('texts')}</summary>
          <ul>
            {texts.map((text, index) => (
              <li key={text}>
                <p>{text}</p>
                <button type="button" class="more" part="copy-text" onClick={() => actions.copyText(index)}>
                  {t('copyText')}
                </button>
              </li>
            ))}
          </ul>
        </details>
      )}
    </div>
  );
}
