// The gallery and everything below it: loaded when the widget is first seen.
import { adoptStyles, type Translate } from '@fanfare/core';
import { Component, createRef } from 'preact';
import { AskForm } from './poster.ask.js';
import galleryCss from './poster.gallery.css?inline';
import { Gallery } from './poster.gallery.js';
import { HelpPanel } from './poster.help.js';
import { Offers } from './poster.offers-row.js';
import css from './poster.stage.css?inline';
import { type StageKey, stageText } from './poster.stage-text.js';
import { type Card, chosenCard } from './poster.state.js';
import { TroubleNote } from './poster.trouble-note.js';
import type { PosterViewProps } from './poster.view-props.js';

export class Stage extends Component<PosterViewProps> {
  private readonly element = createRef<HTMLDivElement>();

  override componentDidMount() {
    adoptStyles(this.element.current!.getRootNode() as ShadowRoot, [galleryCss, css]);
  }

  override render({ state, actions, t: base, locale }: PosterViewProps) {
    const t = base.with(stageText);
    const card = chosenCard(state);
    return (
      <div class="posters" ref={this.element}>
        <Gallery t={t} cards={state.cards} chosen={card?.id} actions={actions} locale={locale} />
        <p class={`status ${state.notice ?? ''}`} part="status" role="status">
          {statusOf(state, card, t)}
        </p>
        {state.phase === 'asking' && (
          <AskForm t={t} asks={card!.asks} answers={state.answers} actions={actions} />
        )}
        {card?.work.phase === 'failed' && (
          <TroubleNote t={t} trouble={card.work.trouble} onRetry={actions.retry} />
        )}
        {state.phase === 'ready' && <Offers t={t} state={state} card={card!} actions={actions} />}
        {state.help && (
          <HelpPanel key={state.help.kind} t={t} help={state.help} state={state} onClose={actions.close} />
        )}
      </div>
    );
  }
}

function statusOf(
  { phase, notice, isPhone, isWechat }: PosterViewProps['state'],
  card: Card | undefined,
  t: Translate<StageKey>,
): string {
  if (phase === 'empty') return t('empty');
  if (phase === 'failed') return '';
  if (notice) return t(notice);
  if (card?.work.phase === 'rendering') return t(card.work.stage);
  if (card?.work.phase !== 'ready') return t('assets');
  return t(phase === 'ready' && (isPhone || isWechat) ? 'longPress' : 'ready');
}
