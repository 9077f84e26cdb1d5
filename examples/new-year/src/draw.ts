// Wheel or nine squares: two looks of one lottery, chosen by tabs.

/** Wires the tabs: the chosen one sets the widget's `kind`. */
export function showDraw(): void {
  const tabs = [...document.querySelectorAll<HTMLButtonElement>('.tabs [role=tab]')];
  const panel = document.querySelector<HTMLElement>('#draw-panel')!;
  const lottery = panel.querySelector('fanfare-lottery')!;

  const choose = (chosen: HTMLButtonElement) => {
    for (const tab of tabs) {
      tab.setAttribute('aria-selected', String(tab === chosen));
      tab.tabIndex = tab === chosen ? 0 : -1;
    }
    panel.setAttribute('aria-labelledby', chosen.id);
    lottery.setAttribute('kind', chosen.dataset.kind!);
  };
  for (const [at, tab] of tabs.entries()) {
    tab.addEventListener('click', () => choose(tab));
    tab.addEventListener('keydown', ({ key }) => {
      const step = { ArrowRight: 1, ArrowLeft: -1 }[key];
      if (!step) return;
      const next = tabs[(at + step + tabs.length) % tabs.length]!;
      choose(next);
      next.focus();
    });
  }
}
