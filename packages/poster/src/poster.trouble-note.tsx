// A poster that could not be made: words for the person, code and layer for the developer, and a way on.
import type { Translate } from '@fanfare/core';
import type { StageKey } from './poster.stage-text.js';
import type { Trouble } from './poster.state.js';

interface TroubleNoteProps {
  t: Translate<StageKey>;
  trouble: Trouble;
  onRetry(): void;
}

export const TroubleNote = ({ t, trouble, onRetry }: TroubleNoteProps) => (
  <div class="trouble" part="trouble" role="alert">
    <p>{t(wordsFor(trouble.code))}</p>
    <p class="detail" part="detail">
      <code>{[trouble.code, trouble.layer].filter(Boolean).join(' · ')}</code>
    </p>
    <button type="button" class="main" part="retry" onClick={onRetry}>
      {t('retry')}
    </button>
  </div>
);

function wordsFor(code: string): StageKey {
  if (code.startsWith('picture_')) return 'troublePicture';
  if (code === 'link_refused' || code === 'qr_empty') return 'troubleLink';
  if (code.startsWith('qr_')) return 'troubleCode';
  if (code === 'time_limit') return 'troubleSlow';
  if (/^(canvas|encode)_failed$|^too_big$/.test(code)) return 'troubleDevice';
  return 'trouble';
}
