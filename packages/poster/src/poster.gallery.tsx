// Scenes side by side: swiped with a finger, or chosen with buttons and arrow keys.
import type { Translate } from '@fanfare/core';
import { Component, createRef } from 'preact';
import type { PosterActions } from './poster.actions.js';
import type { StageKey } from './poster.stage-text.js';
import type { Card } from './poster.state.js';

interface GalleryProps {
  t: Translate<StageKey>;
  cards: readonly Card[];
  chosen: string | undefined;
  actions: PosterActions;
  locale: string;
}

/** A swipe has ended when the gallery has stood still for so long. */
const STILL_MS = 120;

export class Gallery extends Component<GalleryProps> {
  private readonly strip = createRef<HTMLElement>();
  private still: ReturnType<typeof setTimeout> | undefined;
  /** It scrolls to the chosen card by itself: a busy phone may rest on the way, and that is no choice. */
  private isLed = false;

  override componentDidUpdate({ chosen, cards }: GalleryProps) {
    if (chosen !== this.props.chosen || cards.length !== this.props.cards.length) this.center();
  }

  override componentWillUnmount() {
    clearTimeout(this.still);
  }

  private cardElements() {
    return [...this.strip.current!.children] as HTMLElement[];
  }

  /** How far a card's middle is from the gallery's, in px; the same in both directions of writing. */
  private distance(card: Element): number {
    const middle = (box: DOMRect) => box.left + box.width / 2;
    return middle(card.getBoundingClientRect()) - middle(this.strip.current!.getBoundingClientRect());
  }

  private center() {
    const card = this.cardElements()[this.place()];
    if (!card || Math.abs(this.distance(card)) < 2) return;
    this.isLed = true;
    const isCalm = matchMedia('(prefers-reduced-motion: reduce)').matches;
    this.strip.current!.scrollBy({ left: this.distance(card), behavior: isCalm ? 'auto' : 'smooth' });
  }

  private place(): number {
    return Math.max(
      0,
      this.props.cards.findIndex(({ id }) => id === this.props.chosen),
    );
  }

  private step(by: number) {
    const next = this.props.cards[this.place() + by];
    if (next) this.props.actions.choose(next.id);
  }

  private readonly onScroll = () => {
    clearTimeout(this.still);
    this.still = setTimeout(() => {
      if (!this.strip.current) return;
      if (this.isLed) {
        this.isLed = false;
        return this.center();
      }
      const distances = this.cardElements().map((card) => Math.abs(this.distance(card)));
      const nearest = this.props.cards[distances.indexOf(Math.min(...distances))];
      if (nearest && nearest.id !== this.props.chosen) this.props.actions.choose(nearest.id);
    }, STILL_MS);
  };

  private readonly onTouch = () => {
    this.isLed = false;
  };

  private readonly onKeyDown = (event: KeyboardEvent) => {
    const isRtl = this.strip.current!.matches('[dir="rtl"] *');
    const by = { ArrowRight: isRtl ? -1 : 1, ArrowLeft: isRtl ? 1 : -1 }[event.key];
    if (!by) return;
    event.preventDefault();
    this.step(by);
  };

  override render({ t, cards, chosen, actions }: GalleryProps) {
    const place = this.place();
    const hasMany = cards.length > 1;
    return (
      <>
        <div class="frame">
          {hasMany && (
            <Arrow label={t('previous')} way="previous" isOff={place === 0} onClick={() => this.step(-1)} />
          )}
          <section
            class={`strip${hasMany ? '' : ' single'}`}
            part="gallery"
            ref={this.strip}
            aria-label={t('gallery')}
            // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
            tabIndex={0}
            onScroll={this.onScroll}
            onPointerDown={this.onTouch}
            onKeyDown={this.onKeyDown}
          >
            {cards.map((card) => (
              <PosterCard
                key={card.id}
                card={card}
                t={t}
                isFront={card.id === chosen}
                onHeld={actions.held}
              />
            ))}
          </section>
          {hasMany && (
            <Arrow
              label={t('next')}
              way="next"
              isOff={place === cards.length - 1}
              onClick={() => this.step(1)}
            />
          )}
        </div>
        {hasMany && (
          <div class="names" part="scenes">
            {cards.map(({ id, name }) => (
              <button
                type="button"
                key={id}
                part="scene"
                aria-pressed={id === chosen}
                onClick={() => actions.choose(id)}
              >
                {name || id}
              </button>
            ))}
          </div>
        )}
      </>
    );
  }
}

interface ArrowProps {
  label: string;
  way: 'previous' | 'next';
  isOff: boolean;
  onClick(): void;
}

const Arrow = ({ label, way, isOff, onClick }: ArrowProps) => (
  <button
    type="button"
    class={`arrow ${way}`}
    part="arrow"
    aria-label={label}
    aria-disabled={isOff}
    onClick={onClick}
  >
    <svg viewBox="0 0 24 24" aria-hidden="true">
      <path d="M15 5l-7 7 7 7" />
    </svg>
  </button>
);

interface PosterCardProps {
  card: Card;
  t: Translate<StageKey>;
  isFront: boolean;
  onHeld(): void;
}

function PosterCard({ card: { work, last, shape, name }, t, isFront, onHeld }: PosterCardProps) {
  const picture = work.phase === 'ready' ? work.picture : last;
  return (
    <figure class={`card is-${work.phase}${isFront ? ' front' : ''}`} part="card">
      {picture ? (
        <img
          part="picture"
          src={picture.url}
          alt={picture.alt}
          width={picture.width}
          height={picture.height}
          onContextMenu={isFront ? onHeld : undefined}
        />
      ) : (
        <svg class="blank" viewBox={`0 0 ${shape.width} ${shape.height}`} aria-hidden="true" />
      )}
      {work.phase === 'rendering' && (
        <progress max="1" value={work.done} aria-label={`${name} ${t(work.stage)}`} />
      )}
    </figure>
  );
}
