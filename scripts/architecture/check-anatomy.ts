// The anatomy of a widget: which files there are, what each may import, and that its index is only wiring.
import { resolve } from './resolve';
import { anatomy, libraries, limits, type Role } from './rules';
import { packageSources, type SourceFile, type Tree } from './tree';
import { type Node, nameOf, walk } from './walk';

/** The packages whose index defines a widget. */
export function widgetsOf(tree: Tree): string[] {
  return packageSources(tree)
    .filter((file) => file.path === `packages/${file.package}/src/index.ts` && callOf(file, 'defineWidget'))
    .map((file) => file.package);
}

/** The files of a widget are flat and named `<widget>.<role or noun>`, beside `index.ts` and `element.ts`. */
export function checkWidgetFiles(tree: Tree): string[] {
  return filesOfWidgets(tree).flatMap((file) => {
    const isFlat = file.path === `packages/${file.package}/src/${file.name}`;
    const named = new RegExp(`^(index\\.ts|element\\.ts|${file.package}\\.([a-z0-9-]+\\.)?(tsx?|css))$`);
    if (isFlat && named.test(file.name)) return [];
    return [`${file.path}: a widget's files are flat and named ${file.package}.<role or noun>.ts`];
  });
}

/** A file imports only files above it in the anatomy, also by way of helpers; a helper serves all but the wiring. */
export function checkWidgetOrder(tree: Tree): string[] {
  return filesOfWidgets(tree).flatMap((file) => {
    const place = anatomy.indexOf(roleOf(file) ?? 'index');
    return reachedRoles(tree, file)
      .filter(({ role }) => anatomy.indexOf(role) >= place)
      .map(({ path }) => `${file.path}: imports ${path}, which stands below it in the anatomy`);
  });
}

/** A widget's index is a dozen lines of wiring: imports, exports and one call of defineWidget. */
export function checkWidgetIndex(tree: Tree): string[] {
  return widgetsOf(tree).flatMap((name) => {
    const file = tree.files.get(`packages/${name}/src/index.ts`);
    if (!file?.program) return [];
    const problems: string[] = [];
    if (file.codeLines > limits.widgetIndexLines)
      problems.push(
        `${file.path}: has ${file.codeLines} lines of code, more than ${limits.widgetIndexLines}`,
      );
    walk(file.program, (node) => {
      if (
        /Function|IfStatement|Conditional|Logical|Loop|For|While|Await|Class|JSX|Try|Binary|TemplateL/.test(
          node.type,
        )
      )
        problems.push(`${file.path}: holds logic (${node.type}); move it to the file that owns it`);
    });
    return problems;
  });
}

/** The first call of a function by name in a file. */
export function callOf(file: SourceFile, name: string): Node | undefined {
  let found: Node | undefined;
  if (file.program)
    walk(file.program, (node) => {
      if (node.type === 'CallExpression' && nameOf(node.callee as Node) === name) found ??= node;
    });
  return found;
}

export const filesOfWidgets = (tree: Tree): SourceFile[] => {
  const widgets = new Set(widgetsOf(tree));
  return packageSources(tree).filter(
    (file) => widgets.has(file.package) && !libraries[file.package]?.test(file.path),
  );
};

/** The role of a widget's file; undefined for a helper. */
export function roleOf(file: SourceFile): Role | undefined {
  if (libraries[file.package]?.test(file.path)) return undefined;
  const role = file.name.startsWith(`${file.package}.`) ? file.name.split('.')[1] : file.name.split('.')[0];
  return anatomy.find((known) => known === role);
}

/** Files with a role that a file reaches inside its package; the way goes on only through helpers. */
function reachedRoles(
  tree: Tree,
  file: SourceFile,
  seen = new Set([file.path]),
): { path: string; role: Role }[] {
  return file.imports.flatMap(({ specifier }) => {
    const target = resolve(tree, file, specifier);
    if (!target || target.package !== file.package || seen.has(target.path)) return [];
    seen.add(target.path);
    const role = roleOf(target);
    return role ? [{ path: target.path, role }] : reachedRoles(tree, target, seen);
  });
}
