// Ways from one widget to another part of the page: each begins with a fact that a widget tells as a DOM event.

const prefersStillness = () => matchMedia('(prefers-reduced-motion: reduce)').matches;

function goTo(selector: string): void {
  document
    .querySelector(selector)!
    .scrollIntoView({ behavior: prefersStillness() ? 'auto' : 'smooth', block: 'start' });
}

/** A friend who was invited sees by whom, wherever that stands on the page; a poster is asked for where it is made. */
export function openDoors(): void {
  document.addEventListener('fanfare-invited', () => {
    // Whoever reads already is left where they are.
    if (scrollY < innerHeight / 2) goTo('#friends');
  });
  document.addEventListener('fanfare-poster', () => goTo('#poster'));
}
