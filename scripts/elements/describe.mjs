// Reads the words of a source: what stands in JSDoc above the keys of an object or an interface.
import { readFileSync } from 'node:fs';
import { parseSync } from 'vite';

/**
 * Descriptions by key of the object or interface that a file declares under a name.
 *
 * @param {string} file
 * @param {string} name
 * @returns {Map<string, string>}
 */
export function describe(file, name) {
  const code = readFileSync(file, 'utf8');
  const { program, comments } = parseSync(file, code);
  const found = new Map();
  for (const node of keysOf(program.body, name)) {
    const comment = comments.filter((one) => one.end <= node.start).pop();
    if (!comment) continue;
    const isOwn = comment.value.startsWith('*') && code.slice(comment.end, node.start).trim() === '';
    if (isOwn) found.set(node.key.name ?? node.key.value, wordsOf(comment.value));
  }
  return found;
}

/**
 * @param {import('vite').ESTree.Program['body']} body
 * @param {string} name
 * @returns {any[]}
 */
function keysOf(body, name) {
  for (const statement of body) {
    const declared = statement.type === 'ExportNamedDeclaration' ? statement.declaration : statement;
    if (declared?.type === 'TSInterfaceDeclaration' && declared.id.name === name) return declared.body.body;
    if (declared?.type === 'TSTypeAliasDeclaration' && declared.id.name === name)
      return declared.typeAnnotation.type === 'TSTypeLiteral' ? declared.typeAnnotation.members : [];
    if (declared?.type !== 'VariableDeclaration') continue;
    for (const { id, init } of declared.declarations)
      if (id.type === 'Identifier' && id.name === name && init?.type === 'ObjectExpression')
        return init.properties.filter(({ type }) => type === 'Property');
  }
  throw new Error(`No object or interface "${name}" is declared.`);
}

/** Without stars and tags, in one line. @param {string} comment */
function wordsOf(comment) {
  return comment
    .split('\n')
    .map((line) => line.replace(/^\s*\*+ ?/, '').trim())
    .join(' ')
    .replace(/@default .*$/, '')
    .replace(/\s+/g, ' ')
    .trim();
}
