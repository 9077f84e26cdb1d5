// A number on cards that turn over. Only transforms move, so that the compositor does the work.
import type { ReadonlySignal } from '@preact/signals-core';
import type { h, RefCallback } from 'preact';
import css from './countdown.flip.css?inline';

interface FlipProps {
  value: ReadonlySignal<string>;
  width: number;
}

/** One for each number, so that drawing again does not build its cards again. */
const refs = new WeakMap<ReadonlySignal<string>, RefCallback<HTMLElement>>();

export { css };

/** The part's view; see Part of core. */
export function draw(create: typeof h, { value, width }: FlipProps) {
  const ref = refs.get(value) ?? followWithCards(value, width);
  refs.set(value, ref);
  return create('span', { class: `flip n${width}`, part: 'number', ref });
}

function followWithCards(value: ReadonlySignal<string>, width: number): RefCallback<HTMLElement> {
  let stop = () => {};
  return (element) => {
    stop();
    if (!element) return;
    const text = Object.assign(document.createElement('span'), { className: 'hush' });
    const cards = Array.from({ length: width }, createCard);
    element.textContent = '';
    element.append(text, ...cards.map((card) => card.element));
    stop = value.subscribe((digits) => {
      text.textContent = digits;
      // Short numbers without leading zeros leave the first cards blank.
      const places = digits.padStart(cards.length);
      cards.forEach((card, place) => {
        card.show(places[place] ?? '');
      });
    });
  };
}

const TURN_MS = 420;

/**
 * Four halves: behind, the new top and the old bottom; before them a flap whose front is the old top and whose back
 * is the new bottom. The flap falls, and then everything shows the new digit.
 */
function createCard() {
  const half = (name: string) => Object.assign(document.createElement('span'), { className: `half ${name}` });
  const [top, bottom, front, back] = [half('top'), half('bottom'), half('front'), half('back')];
  const element = Object.assign(document.createElement('span'), { className: 'card' });
  element.setAttribute('aria-hidden', 'true');
  element.append(top, bottom, front, back);
  let shown: string | undefined;

  const fall = (flap: HTMLElement, from: number, to: number, delay: number) =>
    flap.animate(
      { transform: [`rotateX(${from}deg)`, `rotateX(${to}deg)`] },
      { duration: TURN_MS / 2, delay, easing: from ? 'ease-out' : 'ease-in', fill: 'both' },
    );

  return {
    element,
    show(next: string) {
      if (next === shown) return;
      const before = shown ?? next;
      shown = next;
      top.textContent = next;
      back.textContent = next;
      front.textContent = before;
      bottom.textContent = before;
      const isStill =
        document.hidden || !front.animate || matchMedia('(prefers-reduced-motion: reduce)').matches;
      if (isStill || before === next) {
        front.textContent = next;
        bottom.textContent = next;
        return;
      }
      fall(front, 0, -90, 0);
      fall(back, 90, 0, TURN_MS / 2).onfinish = () => {
        bottom.textContent = next;
      };
    },
  };
}
