// The browser floor (Chromium 78, iOS 13; syntax is compiled down to it): what came later is used only where it is
// asked for first, by `typeof x`, `x?.()` or `x && ...`.
import { isExcepted } from './rules';
import { packageSources, type SourceFile, type Tree } from './tree';
import { boundNames, type Node, nameOf, walk } from './walk';

/** Packages and folders that no participant's page runs: servers, rehearsals, tests. */
const NOT_IN_PAGES = /^packages\/((conformance|server|rehearsal)\/|[^/]+\/src\/testing\/)/;

const LATER_GLOBALS =
  /^(structuredClone|reportError|WeakRef|FinalizationRegistry|AggregateError|CompressionStream|BroadcastChannel|OffscreenCanvas)$/;
const LATER_STATICS =
  /^(Object\.(hasOwn|groupBy)|AbortSignal\.(timeout|any)|crypto\.randomUUID|Promise\.(any|withResolvers|try)|Array\.fromAsync|Map\.groupBy|URL\.(canParse|parse))$/;
const LATER_METHODS =
  /^(at|replaceAll|findLast|findLastIndex|toSorted|toReversed|toSpliced|isWellFormed|replaceChildren|throwIfAborted)$/;

export function checkFloor(tree: Tree): string[] {
  return packageSources(tree)
    .filter((file) => !NOT_IN_PAGES.test(file.path))
    .flatMap((file) =>
      laterThings(file)
        .filter((thing) => !isExcepted(file.path, thing))
        .map((thing) => `${file.path}: uses ${thing}, which the browser floor lacks`),
    );
}

function laterThings(file: SourceFile): string[] {
  if (!file.program) return [];
  const asked = boundNames(file.program);
  const used = new Set<string>();
  walk(file.program, (node, parent) => {
    const name = nameOf(node.type === 'UnaryExpression' ? (node.argument as Node) : node);
    if (name && isAsked(node, parent)) asked.add(name);
  });
  walk(file.program, (node) => {
    const thing = laterThing(node);
    if (thing && !asked.has(thing.name)) used.add(thing.said);
  });
  return [...used];
}

/** `typeof x`, `x?.()`, `x && ...`, `x ? ... : ...`, `if (x)`, `'x' in y`. */
function isAsked(node: Node, parent: Node | undefined): boolean {
  if (node.type === 'UnaryExpression') return node.operator === 'typeof';
  if (parent?.type === 'CallExpression') return parent.callee === node && parent.optional === true;
  if (parent?.type === 'LogicalExpression') return parent.left === node;
  return /^(ConditionalExpression|IfStatement)$/.test(parent?.type ?? '') && parent?.test === node;
}

function laterThing(node: Node): { name: string; said: string } | undefined {
  const regex = (node.regex as { pattern: string } | undefined)?.pattern;
  if (regex && /\(\?<[=!]/.test(regex)) return { name: regex, said: 'a lookbehind' };
  if (!/^(Call|New)Expression$/.test(node.type) || node.optional) return undefined;
  const callee = node.callee as Node;
  const name = nameOf(callee);
  if (name && (LATER_GLOBALS.test(name) || LATER_STATICS.test(name))) return { name, said: name };
  const method =
    callee.type === 'MemberExpression' && !callee.computed ? String((callee.property as Node).name) : '';
  return LATER_METHODS.test(method) ? { name: name ?? method, said: `.${method}()` } : undefined;
}
