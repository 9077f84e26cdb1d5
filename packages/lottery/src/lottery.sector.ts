/** The outline of a sector that points up, around (0, 0), as an SVG path. */
export function sectorPath(count: number, radius: number): string {
  const half = Math.PI / count;
  const x = (Math.sin(half) * radius).toFixed(2);
  const y = (-Math.cos(half) * radius).toFixed(2);
  return `M0 0L-${x} ${y}A${radius} ${radius} 0 0 1 ${x} ${y}z`;
}
