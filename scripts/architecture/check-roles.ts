// What a widget's files never do: state without time, chance or page; controllers without markup; config keys that
// are attributes of every HTML element.
import { callOf, filesOfWidgets, roleOf, widgetsOf } from './check-anatomy';
import { htmlGlobalAttributes } from './rules';
import type { SourceFile, Tree } from './tree';
import { boundNames, isPropertyName, type Node, nameOf, walk } from './walk';

const PAGE =
  /^(window|document|globalThis|self|navigator|location|localStorage|sessionStorage|fetch|XMLHttpRequest)$/;
const TIME = /^(Date|performance|setTimeout|setInterval|requestAnimationFrame|queueMicrotask)$/;

/** State files compute: no time, no chance, no page, no waiting. `Date.parse` and `Date.UTC` compute too. */
export function checkState(tree: Tree): string[] {
  return withRole(tree, 'state').flatMap((file) =>
    findNodes(file, (node, parent) => {
      if (/^(Await|Yield)Expression$/.test(node.type) || (/Function/.test(node.type) && node.async))
        return 'waits';
      const name = reference(node, parent);
      if (!name) return undefined;
      if (PAGE.test(name)) return `reads the page (${name})`;
      if (
        TIME.test(name) &&
        !/^Date\.(parse|UTC)$/.test(nameOf(parent) ?? '') &&
        !isDateOfValue(node, parent)
      )
        return `reads the time (${nameOf(parent) ?? name})`;
      if (nameOf(parent) === 'Math.random' || name === 'crypto') return 'uses chance';
      return undefined;
    }),
  );
}

/** Controllers work without a page: what they need comes from the activity's environment. */
export function checkController(tree: Tree): string[] {
  return withRole(tree, 'controller').flatMap((file) =>
    findNodes(file, (node, parent) => {
      if (node.type.startsWith('JSX')) return 'holds markup';
      const name = reference(node, parent);
      return name && /^(window|document|fetch|localStorage)$/.test(name)
        ? `reads the page (${name})`
        : undefined;
    }),
  );
}

/** No key of a widget's config is an attribute that every HTML element has. */
export function checkConfigKeys(tree: Tree): string[] {
  return widgetsOf(tree).flatMap((name) => {
    const index = tree.files.get(`packages/${name}/src/index.ts`);
    const config = tree.files.get(`packages/${name}/src/${name}.config.ts`);
    const wiring = index && callOf(index, 'defineWidget');
    if (!config?.program || !wiring) return [];
    const fields = propertyNamed((wiring.arguments as Node[])[0], 'config');
    const keys = keysOfObject(config.program, nameOf(fields?.value as Node | undefined) ?? '');
    return keys
      .filter((key) => htmlGlobalAttributes.includes(key.toLowerCase()))
      .map((key) => `${config.path}: the key "${key}" is a global attribute of HTML; choose another name`);
  });
}

const withRole = (tree: Tree, role: string) => filesOfWidgets(tree).filter((file) => roleOf(file) === role);

function findNodes(file: SourceFile, judge: (node: Node, parent?: Node) => string | undefined): string[] {
  const found = new Set<string>();
  const own = file.program ? boundNames(file.program) : new Set();
  if (file.program)
    walk(file.program, (node, parent) => {
      // `const { window } = environment` is the environment's, not the page's.
      const verdict = own.has(node.name as string) ? undefined : judge(node, parent);
      if (verdict) found.add(`${file.path}: ${verdict}`);
    });
  return [...found];
}

/** The name of an identifier that refers to a value; undefined for property names and types. */
function reference(node: Node, parent: Node | undefined): string | undefined {
  if (node.type !== 'Identifier' || isPropertyName(node, parent) || parent?.type.startsWith('TS'))
    return undefined;
  return node.name as string;
}

/** `new Date(value)`: a computation, unlike `new Date()`. */
const isDateOfValue = (node: Node, parent: Node | undefined) =>
  parent?.type === 'NewExpression' && parent.callee === node && (parent.arguments as Node[]).length > 0;

/** The keys of the object literal that a name stands for: `export const x = { these } satisfies Fields`. */
function keysOfObject(program: Node, name: string): string[] {
  const keys: string[] = [];
  walk(program, (node) => {
    if (node.type !== 'VariableDeclarator' || nameOf(node.id as Node) !== name) return;
    let object = node.init as Node | undefined;
    while (object?.type.startsWith('TS')) object = object.expression as Node;
    keys.push(...((object?.properties ?? []) as Node[]).flatMap(keyOf));
  });
  return keys;
}

const keyOf = (property: Node): string[] => {
  const key = property.key as Node | undefined;
  return key ? [String(key.name ?? key.value)] : [];
};

const propertyNamed = (object: Node | undefined, name: string): Node | undefined =>
  (object?.properties as Node[] | undefined)?.find((property) => keyOf(property)[0] === name);
