// Sizes follow the width of the container, in px, because `rem` belongs to the host page: `--_scale` is 1 at
// 375 px and stays between 0.85 (320 px) and 1.3.

const DESIGN_WIDTH = 375;
const SMALLEST = 0.85;
const LARGEST = 1.3;

let observer: ResizeObserver | undefined;

/**
 * Keeps `--_scale` of `root` in step with the width around it; one observer serves the whole page. It looks at a
 * ruler of no height before it: the widget itself changes with the scale, and would be told of that in a loop.
 */
export function observeScale(root: HTMLElement): () => void {
  if (typeof ResizeObserver === 'undefined') return () => {};
  observer ??= new ResizeObserver((entries) => {
    for (const { target, contentRect } of entries) {
      if (!contentRect.width) continue;
      const scale = Math.min(LARGEST, Math.max(SMALLEST, contentRect.width / DESIGN_WIDTH));
      (target.nextElementSibling as HTMLElement).style.setProperty('--_scale', scale.toFixed(3));
    }
  });
  const ruler = document.createElement('div');
  root.before(ruler);
  observer.observe(ruler);
  return () => {
    observer?.unobserve(ruler);
    ruler.remove();
  };
}
