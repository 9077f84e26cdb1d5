// A QR code as one path, loaded when a step shows one.
import { encodeQr } from '@fanfare/core/qr';

const QUIET = 3;

/** The dark modules as an SVG path, row by row. */
function pathOf(url: string): { size: number; path: string } {
  const { size, get } = encodeQr(url);
  let path = '';
  for (let y = 0; y < size; y++)
    for (let x = 0; x < size; x++) if (get(x, y)) path += `M${x + QUIET} ${y + QUIET}h1v1h-1z`;
  return { size: size + 2 * QUIET, path };
}

export function Qr({ url, label }: { url: string; label: string }) {
  const { size, path } = pathOf(url);
  return (
    <svg
      class="qr"
      viewBox={`0 0 ${size} ${size}`}
      role="img"
      aria-label={label}
      shape-rendering="crispEdges"
    >
      <path class="paper" d={`M0 0h${size}v${size}H0z`} />
      <path class="ink" d={path} />
    </svg>
  );
}
