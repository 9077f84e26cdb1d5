// Points that fly from where they were earned to where they are kept.

const COUNT = 6;

/** Nothing moves where the device asks for less motion: the result is said in words anyway. */
export function fly(from: HTMLElement, to: HTMLElement, words: string): void {
  if (matchMedia('(prefers-reduced-motion: reduce)').matches) return;
  const start = from.getBoundingClientRect();
  const end = to.getBoundingClientRect();
  const x = end.left + end.width / 2 - start.left - start.width / 2;
  const y = end.top + end.height / 2 - start.top - start.height / 2;
  for (let index = 0; index < COUNT; index++) {
    const coin = document.createElement('span');
    coin.className = index ? 'coin' : 'coin is-words';
    coin.setAttribute('aria-hidden', 'true');
    coin.textContent = index ? '' : words;
    from.append(coin);
    // They spread like a fan, then gather.
    const angle = (index / COUNT) * 2 * Math.PI;
    const spread = `${Math.cos(angle) * 46}px, ${Math.sin(angle) * 34 - 30}px`;
    const flight = coin.animate(
      [
        { transform: 'translate(-50%, -50%) scale(0.4)', opacity: 0 },
        { transform: `translate(-50%, -50%) translate(${spread}) scale(1)`, opacity: 1, offset: 0.35 },
        { transform: `translate(-50%, -50%) translate(${x}px, ${y}px) scale(0.5)`, opacity: 0.9 },
      ],
      { duration: 900, delay: index * 50, easing: 'cubic-bezier(.3,.1,.3,1)', fill: 'both' },
    );
    const leave = () => coin.remove();
    flight.onfinish = leave;
    flight.oncancel = leave;
  }
  to.animate([{ transform: 'none' }, { transform: 'scale(1.25)' }, { transform: 'none' }], {
    duration: 320,
    delay: 900,
  });
}
