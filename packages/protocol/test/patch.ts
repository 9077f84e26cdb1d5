// RFC 6902 as far as the vectors use it: add, replace and remove.

export interface Operation {
  op: 'add' | 'replace' | 'remove';
  path: string;
  value?: unknown;
}

type Container = Record<string, unknown> | unknown[];

/** A copy of `document` with the operations done, in order. */
export function patched(document: unknown, operations: readonly Operation[]): unknown {
  return operations.reduce(apply, structuredClone(document));
}

function apply(document: unknown, { op, path, value }: Operation): unknown {
  if (path === '') return value;
  const keys = path.slice(1).split('/').map(unescaped);
  const last = keys.pop() ?? '';
  const parent = keys.reduce((at, key) => Reflect.get(at, key) as Container, document as Container);
  if (Array.isArray(parent)) {
    const index = last === '-' ? parent.length : Number(last);
    parent.splice(index, op === 'add' ? 0 : 1, ...(op === 'remove' ? [] : [value]));
  } else if (op === 'remove') delete parent[last];
  // As JSON.parse does it: `__proto__` becomes a key like any other.
  else Object.defineProperty(parent, last, { value, enumerable: true, configurable: true, writable: true });
  return document;
}

const unescaped = (key: string) => key.replace(/~1/g, '/').replace(/~0/g, '~');
