// What a module imports, however it says it: types, re-exports, `import()` and `import('x').T` included.
import { type Node, walk } from './walk';

export interface Import {
  specifier: string;
  /** `static` loads at once, `lazy` with `import()`, `type` never. */
  kind: 'static' | 'lazy' | 'type';
  /** The names it takes, each with the name it passes them on by, if it does; absent where it takes everything. */
  names?: { imported: string; exported?: string }[];
  /** `export * from`: passes on whatever is asked for. */
  isStar?: boolean;
}

export function findImports(program: Node): Import[] {
  const found: Import[] = [];
  let hasMarkup = false;
  const add = (source: unknown, kind: Import['kind'], rest: Pick<Import, 'names' | 'isStar'> = {}) => {
    const value = (source as Node | null)?.value;
    if (typeof value === 'string') found.push({ specifier: value, kind, ...rest });
  };
  walk(program, (node) => {
    switch (node.type) {
      case 'ImportDeclaration':
        return add(node.source, node.importKind === 'type' ? 'type' : 'static', {
          names: importedNames(node),
        });
      case 'ExportNamedDeclaration':
        return add(node.source, node.exportKind === 'type' ? 'type' : 'static', { names: passedNames(node) });
      case 'ExportAllDeclaration':
        return add(node.source, node.exportKind === 'type' ? 'type' : 'static', { isStar: !node.exported });
      case 'ImportExpression':
        return add(node.source, 'lazy');
      case 'TSImportType':
        return add(node.source, 'type');
      case 'JSXElement':
      case 'JSXFragment':
        hasMarkup = true;
    }
  });
  // The compiler turns markup into calls that it imports by itself.
  if (hasMarkup) found.push({ specifier: 'preact/jsx-runtime', kind: 'static' });
  return found;
}

function importedNames(node: Node): Import['names'] {
  const specifiers = node.specifiers as Node[];
  // `import './x'` runs all of it; `import * as x` may use all of it.
  if (specifiers.length === 0 || specifiers.some((one) => one.type === 'ImportNamespaceSpecifier'))
    return undefined;
  return specifiers.map((one) => ({ imported: one.imported ? nameIn(one.imported) : 'default' }));
}

const passedNames = (node: Node): Import['names'] =>
  (node.specifiers as Node[]).map((one) => ({ imported: nameIn(one.local), exported: nameIn(one.exported) }));

const nameIn = (node: unknown) => String((node as Node).name ?? (node as Node).value);
