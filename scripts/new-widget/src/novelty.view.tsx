import type { ViewProps } from '@fanfare/core';
import type { NoveltyConfig } from './novelty.config.js';
import type { NoveltyActions } from './novelty.controller.js';
import { canWave, type NoveltyState } from './novelty.state.js';
import type { NoveltyKey } from './novelty.text.js';

export function NoveltyView({
  config,
  state,
  actions,
  t,
}: ViewProps<NoveltyConfig, NoveltyState, NoveltyActions, NoveltyKey>) {
  return (
    <section class={`card ${config.look}`} part="card">
      <p part="headline">{t(state.phase)}</p>
      <button type="button" part="wave" disabled={!canWave(state)} onClick={actions.wave}>
        {t('wave')}
      </button>
      <p part="count" role="status">
        {t('waves', { n: state.waves })}
      </p>
    </section>
  );
}
