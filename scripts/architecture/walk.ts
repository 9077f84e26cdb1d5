// Walks a parsed module.

export interface Node {
  type: string;
  start: number;
  end: number;
  [key: string]: unknown;
}

const isNode = (value: unknown): value is Node =>
  typeof value === 'object' && value !== null && typeof (value as Node).type === 'string';

export const childrenOf = (node: Node): Node[] =>
  Object.values(node).flatMap((value) =>
    Array.isArray(value) ? value.filter(isNode) : isNode(value) ? [value] : [],
  );

/** Calls `visit` for the node and everything under it, each with its parent. */
export function walk(node: Node, visit: (node: Node, parent: Node | undefined) => void, parent?: Node): void {
  visit(node, parent);
  for (const child of childrenOf(node)) walk(child, visit, node);
}

/** The dotted path of a member expression (`Math.random`), or the name of a reference; undefined for all else. */
export function nameOf(node: Node | undefined): string | undefined {
  if (node?.type === 'Identifier') return node.name as string;
  if (node?.type !== 'MemberExpression' || node.computed) return undefined;
  const object = nameOf(node.object as Node);
  return object && `${object}.${(node.property as Node).name as string}`;
}

/** Whether an identifier is the name of a property or key, and so no reference. */
export function isPropertyName(node: Node, parent: Node | undefined): boolean {
  if (!parent || parent.computed) return false;
  return (
    (parent.type === 'MemberExpression' && parent.property === node) ||
    (/Property|Method|Accessor/.test(parent.type) && parent.key === node && !parent.shorthand)
  );
}

/** Every name that a module binds somewhere: variables, parameters, functions, imports. */
export function boundNames(program: Node): Set<string> {
  const names = new Set<string>();
  const bind = (pattern: unknown): void => {
    const node = pattern as Node | null | undefined;
    if (!node) return;
    if (node.type === 'Identifier') names.add(node.name as string);
    for (const property of (node.properties ?? []) as Node[]) bind(property.value ?? property.argument);
    for (const element of (node.elements ?? []) as Node[]) bind(element);
    if (node.type === 'AssignmentPattern') bind(node.left);
    if (node.type === 'RestElement') bind(node.argument);
  };
  walk(program, (node) => {
    if (node.type === 'VariableDeclarator' || node.type === 'FunctionDeclaration') bind(node.id);
    if (/Function/.test(node.type)) for (const parameter of (node.params ?? []) as Node[]) bind(parameter);
    if (/^Import.*Specifier$/.test(node.type)) bind(node.local);
  });
  return names;
}
