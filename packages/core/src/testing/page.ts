// What the contract tests need to know of a real page.

/** Lets microtasks, rendering and a few frames happen. */
export async function settled(): Promise<void> {
  for (let i = 0; i < 3; i++) await new Promise((resolve) => setTimeout(resolve, 10));
}

const counts = { added: 0, isWatching: false };

/** Listeners on the page's long-living targets, counted since the first call. */
export function pageListeners(): number {
  if (!counts.isWatching) watchListeners();
  return counts.added;
}

function watchListeners() {
  counts.isWatching = true;
  const { addEventListener, removeEventListener } = EventTarget.prototype;
  const isLasting = (target: unknown) =>
    target === window || target === document || target instanceof MediaQueryList || target === undefined;
  EventTarget.prototype.addEventListener = function (...args: Parameters<typeof addEventListener>) {
    if (isLasting(this)) counts.added++;
    return addEventListener.apply(this, args);
  };
  EventTarget.prototype.removeEventListener = function (...args: Parameters<typeof removeEventListener>) {
    if (isLasting(this)) counts.added--;
    return removeEventListener.apply(this, args);
  };
}

/** Accessibility findings below an element, one line each; empty is good. */
export async function findings(element: Element): Promise<string[]> {
  const { default: axe } = await import('axe-core');
  const { violations } = await axe.run(element as HTMLElement, {
    runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'],
  });
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${id} ${target.join(' ')}: ${failureSummary}`),
  );
}

/** Runs `work` while the page sees these media features. */
export async function withMedia(features: Record<string, string>, work: () => Promise<void>): Promise<void> {
  const { cdp } = await import('vitest/browser');
  const emulate = (list: { name: string; value: string }[]) =>
    cdp().send('Emulation.setEmulatedMedia', { features: list });
  await emulate(Object.entries(features).map(([name, value]) => ({ name, value })));
  try {
    await work();
  } finally {
    await emulate([]);
  }
}
