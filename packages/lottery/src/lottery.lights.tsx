/** A ring of lights in two layers that blink in turn, and a gleam on the disc. */
export const Lights = () => (
  <>
    {[0, 15].map((angle) => (
      <svg class={`bulbs b${angle}`} viewBox="-100 -100 200 200" aria-hidden="true">
        <circle r="92.5" pathLength="24" transform={`rotate(${angle})`} />
      </svg>
    ))}
    <div class="shine" />
  </>
);
