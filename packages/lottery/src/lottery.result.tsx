// The result of a draw, over the page.
import type { Translate } from '@fanfare/core';
import type { Draw, PublicPrize, Reward } from '@fanfare/protocol';
import { Component, createRef } from 'preact';
import { celebrate } from './lottery.confetti.js';
import { Copy } from './lottery.copy.js';
import { Dialog } from './lottery.dialog.js';
import { ICONS } from './lottery.icons.js';
import type { LaterKey } from './lottery.later-text.js';
import { emsOf } from './lottery.name.js';
import { Picture } from './lottery.picture.js';
import { Proof } from './lottery.proof.js';
import type { Verdict } from './lottery.verify.js';

interface ResultProps {
  t: Translate<LaterKey>;
  draw: Draw;
  name: string;
  prize: PublicPrize | undefined;
  reward: Reward | undefined;
  /** Last moment to claim it, in words. */
  claimBy: string | undefined;
  hasConfetti: boolean;
  /** Draws again; absent when no chance is left. */
  onAgain?: (() => void) | undefined;
  /** Checks the draw; absent where the backend commits to nothing. */
  verify?: (() => Promise<Verdict>) | undefined;
  onSeeMine(): void;
  onClose(): void;
}

/** The tokens whose colours the confetti has. */
const CONFETTI_TOKENS = ['--_gold', '--_gold-light', '--_accent', '--_on-accent'];

export class Result extends Component<ResultProps> {
  private readonly canvas = createRef<HTMLCanvasElement>();
  private clear = () => {};

  override componentDidMount() {
    const canvas = this.canvas.current;
    if (!canvas || !this.props.hasConfetti || this.props.draw.outcome !== 'won') return;
    const style = getComputedStyle(canvas);
    const colors = CONFETTI_TOKENS.map((token) => style.getPropertyValue(token).trim());
    this.clear = celebrate(
      canvas,
      colors.filter((color) => /^#[0-9a-f]{3,6}$/i.test(color)),
    );
  }

  override componentWillUnmount() {
    this.clear();
  }

  override render({
    t,
    draw,
    name,
    prize,
    reward,
    claimBy,
    onAgain,
    verify,
    onSeeMine,
    onClose,
  }: ResultProps) {
    const isWin = draw.outcome === 'won';
    const kind = reward?.kind ?? prize?.kind ?? 'none';
    return (
      <Dialog labelledBy="result" onClose={onClose}>
        <div class={`card ${draw.outcome}`} part="result">
          <div class="glow">
            <Picture
              icon={ICONS[isWin ? kind : 'none']}
              image={isWin ? (reward?.image ?? prize?.image) : undefined}
            />
          </div>
          <h2 id="result">
            {isWin ? t('wonTitle') : t('lostTitle')}
            {isWin && (
              <strong style={{ '--_s': Math.max(19, Math.min(27, 480 / emsOf(name))) }}>{name}</strong>
            )}
          </h2>
          {!isWin && <p>{t('lostText')}</p>}
          {claimBy && <p class="note">{t('claimBy', { time: claimBy })}</p>}
          {reward?.code && (
            <Copy label={t('couponCode')} value={reward.code} copy={t('copy')} copied={t('copied')} />
          )}
          <div class="actions">
            {onAgain && (
              <button type="button" class="main" data-first onClick={onAgain}>
                {t('again')}
              </button>
            )}
            {isWin && (
              <button
                type="button"
                class={onAgain ? 'side' : 'main'}
                data-first={!onAgain}
                onClick={onSeeMine}
              >
                {t('seeMine')}
              </button>
            )}
            <button
              type="button"
              class={onAgain || isWin ? 'side' : 'main'}
              data-first={!(onAgain || isWin)}
              onClick={onClose}
            >
              {t('close')}
            </button>
          </div>
          <Copy label={t('receipt')} value={draw.receipt} copy={t('copy')} copied={t('copied')} />
          {verify && <Proof t={t} verify={verify} />}
        </div>
        {isWin && <canvas ref={this.canvas} class="confetti" />}
      </Dialog>
    );
  }
}
