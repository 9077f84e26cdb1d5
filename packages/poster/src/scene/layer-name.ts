// How errors and warnings call a layer.

/** `Layer "price"` by its id, or `Layer 4 (text)` by its place. */
export function layerName(layer: unknown, path: readonly (string | number)[]): string {
  const { id, type } = (typeof layer === 'object' && layer !== null ? layer : {}) as {
    id?: unknown;
    type?: unknown;
  };
  if (typeof id === 'string' && id) return `Layer "${id.slice(0, 60)}"`;
  const place = path.filter((part) => typeof part === 'number').join('.');
  return `Layer ${place}${typeof type === 'string' ? ` (${type.slice(0, 20)})` : ''}`;
}
