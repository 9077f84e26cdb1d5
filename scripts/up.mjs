// Sets a fresh machine up and runs one script of package.json on it: `node scripts/up.mjs [--browser] <script> [args]`.
// Needs Node 20.19+ and npm; with --browser also apt, unless a Chromium and the fonts are there already.
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

// Before any import of ours: an old Node shall meet this sentence, not a stack.
const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
if (major < 20 || (major === 20 && minor < 19)) {
  console.error(
    `Fanfare needs Node 20.19 or newer; this is ${process.version}. Install a newer one, then run this again.`,
  );
  process.exit(1);
}

const root = `${import.meta.dirname}/..`;
const args = process.argv.slice(2);
if (args[0] === '--browser') {
  args.shift();
  const { ensureBrowser } = await import('./ensure-browser.mjs');
  ensureBrowser();
}
const [script, ...rest] = args;

const { pnpm } = await import('./pnpm.mjs');
run('installing packages', [
  'install',
  '--loglevel=warn',
  '--config.confirm-modules-purge=false',
  ...(process.env.CI ? ['--frozen-lockfile'] : []),
]);
if (script) {
  const { scripts } = JSON.parse(readFileSync(`${root}/package.json`, 'utf8'));
  if (!(script in scripts)) {
    console.error(`package.json has no script "${script}"; it has ${Object.keys(scripts).join(', ')}.`);
    process.exit(1);
  }
  // Silent is pnpm, not the script: the last line of a check is the check's own.
  run(`running ${script}`, ['--silent', 'run', script, ...rest]);
}

/**
 * @param {string} what
 * @param {string[]} args
 */
function run(what, args) {
  console.log(`> ${what}`);
  const { command, prefix } = pnpm();
  const { status, error } = spawnSync(command, [...prefix, ...args], {
    cwd: root,
    stdio: 'inherit',
  });
  if (error) console.error(`Could not start ${command}: ${error.message}`);
  if (status !== 0) process.exit(status ?? 1);
}
