// Scaffolds packages/NAME with the anatomy of every widget: `npm run new-widget NAME`. The template is a small
// widget of its own, called `novelty`; the new one is the same with another name, and passes every check at once.
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { filesUnder } from './files.mjs';

const template = join(import.meta.dirname, 'new-widget');
const { values, positionals } = parseArgs({
  options: { into: { type: 'string', default: resolve(import.meta.dirname, '..') } },
  allowPositionals: true,
});
const [name = ''] = positionals;
const folder = join(values.into, 'packages', name);

const isTaken =
  /^(activity|novelty|test|do|if|in|for|let|new|try|var|case|else|enum|null|this|true|void|with|await|break|catch|class|const|false|super|throw|while|yield|delete|export|import|public|return|static|switch|typeof|default|extends|finally|package|private|continue|debugger|function|arguments|interface|protected|implements|instanceof)$/;
if (!/^[a-z]+$/.test(name) || isTaken.test(name))
  stop(
    'Give one lower-case word: `npm run new-widget jackpot` makes packages/jackpot and <fanfare-jackpot>.',
  );
if (existsSync(folder)) stop(`packages/${name} is there already. Choose another name, or remove it first.`);

const title = name.replace(/^./, (letter) => letter.toUpperCase());
const renamed = (/** @type {string} */ text) => text.replaceAll('novelty', name).replaceAll('Novelty', title);
for (const file of filesUnder(template)) {
  const target = join(folder, renamed(relative(template, file)));
  mkdirSync(dirname(target), { recursive: true });
  writeFileSync(target, renamed(readFileSync(file, 'utf8')));
}
console.log(`packages/${name} is there. Run \`npx pnpm install\` to link it, then \`npm test\`; every check passes.
Read src/index.ts first; the words are in ${name}.text.ts, the options in ${name}.config.ts.`);

/**
 * @param {string} why
 * @returns {never}
 */
function stop(why) {
  console.error(why);
  process.exit(1);
}
