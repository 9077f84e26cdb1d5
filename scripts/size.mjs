// Measures what an integrator's page downloads: bundles each import of size-budgets.json from the built packages
// as a production build would, and compares its gzip with the budget and with the README's table.
// `--write` brings the README's table up to date; `--why` tells what each first load is made of.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { bundle, explain, missingPackages } from './size/bundle.mjs';
import { readTable, sizeTable, withTable } from './size/table.mjs';

const root = resolve(import.meta.dirname, '..');
const readme = join(root, 'README.md');

/** @type {{ name: string, code: string, max_gzip: number }[]} */
const budgets = JSON.parse(readFileSync(join(root, 'scripts/size-budgets.json'), 'utf8'));
const problems = [];
const rows = [];

for (const { name, code, max_gzip } of budgets) {
  const missing = missingPackages(code);
  if (missing.length > 0) {
    console.log(`${name}: not built (${missing.map((m) => m.name).join(', ')})`);
    if (process.env.CI && missing.some((m) => m.exists))
      problems.push(`${name}: not built. Run the build first.`);
    continue;
  }
  const size = await bundle(code);
  rows.push({ name, max: max_gzip, ...size });
  console.log(`${name}: ${size.first} B first, ${size.later} B later, budget ${max_gzip} B`);
  if (process.argv.includes('--why'))
    for (const [file, bytes] of await explain(code)) console.log(`${String(bytes).padStart(8)} B  ${file}`);
  if (size.first > max_gzip)
    problems.push(
      `${name}: the first load is ${size.first} B gzip, ${size.first - max_gzip} B over its budget.`,
    );
}

if (existsSync(readme)) {
  const text = readFileSync(readme, 'utf8');
  if (process.argv.includes('--write')) writeFileSync(readme, withTable(text, sizeTable(rows)));
  else problems.push(...readTable(text, rows));
}

for (const problem of problems) console.error(problem);
process.exit(problems.length > 0 ? 1 : 0);
