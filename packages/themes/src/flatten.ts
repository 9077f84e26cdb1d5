// The tokens of a file as a flat list: DTCG ($value, $type) and Tokens Studio (value, type) alike.

export interface FlatToken {
  path: string[];
  value: unknown;
}

type Bag = Record<string, unknown>;
const isBag = (value: unknown): value is Bag =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Whether an object is a token. A group may hold a token that is called `value`. */
const contentOf = (node: Bag): unknown =>
  '$value' in node
    ? node.$value
    : 'value' in node && 'type' in node && !isToken(node.value)
      ? node.value
      : undefined;
const isToken = (node: unknown): boolean =>
  isBag(node) && ('$value' in node || ('value' in node && 'type' in node));

/** Every token below a node with the names that lead to it. */
export function flatten(node: unknown, path: string[] = []): FlatToken[] {
  if (!isBag(node) || path.length > 12) return [];
  const value = contentOf(node);
  if (value !== undefined) return [{ path, value }];
  return Object.entries(node)
    .filter(([name]) => !name.startsWith('$') && name !== '__proto__')
    .flatMap(([name, child]) => flatten(child, [...path, name]));
}

/** Follows `{palette.red}` to its value. Tokens Studio leaves out the name of the set. */
export function createResolver(all: readonly FlatToken[]): {
  resolve(value: unknown): unknown;
  /** Paths that some token refers to. */
  referred: ReadonlySet<string>;
} {
  const byPath = new Map<string, FlatToken>();
  for (const token of all)
    for (let start = token.path.length - 1; start >= 0; start--) {
      const name = token.path.slice(start).join('.');
      if (start === 0 || !byPath.has(name)) byPath.set(name, token);
    }
  const referred = new Set<string>();

  const resolve = (value: unknown, depth = 0): unknown => {
    const name = typeof value === 'string' ? /^\{([^{}]+)\}$|^\$([\w.-]+)$/.exec(value.trim()) : null;
    if (!name) return value;
    const token = byPath.get((name[1] ?? name[2] ?? '').trim());
    if (!token || depth > 12) return undefined;
    referred.add(token.path.join('.'));
    return resolve(token.value, depth + 1);
  };
  return { resolve: (value) => resolve(value), referred };
}
