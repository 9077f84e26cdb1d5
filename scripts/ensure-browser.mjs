// Makes sure that the tests find a Chromium and fonts for Chinese text and emoji; installs what is missing with apt.
import { spawnSync } from 'node:child_process';
import { findChromium } from './chromium.mjs';

/** @type {{ what: string, packages: string[], isThere: () => boolean }[]} */
const needs = [
  { what: 'Chromium', packages: ['chromium'], isThere: () => answers(findChromium(), ['--version']) },
  { what: 'a Chinese font', packages: ['fontconfig', 'fonts-noto-cjk'], isThere: () => hasFont(':lang=zh') },
  {
    what: 'an emoji font',
    packages: ['fontconfig', 'fonts-noto-color-emoji'],
    isThere: () => hasFont(':lang=und-zsye'),
  },
];

/** Installs what is missing, or ends the process with a sentence that says what to do. */
export function ensureBrowser() {
  const missing = needs.filter((need) => !need.isThere());
  if (missing.length === 0) return;
  const packages = [...new Set(missing.flatMap((need) => need.packages))];
  console.log(`> installing ${missing.map((need) => need.what).join(', ')} (apt: ${packages.join(' ')})`);
  if (!answers('apt-get', ['--version'])) giveUp(missing, 'There is no apt-get here to install it with.');
  const installed = apt(['update']) && apt(['install', '-y', '--no-install-recommends', ...packages]);
  if (!installed) giveUp(missing, 'apt-get failed; its own words are above.');
  const stillMissing = needs.filter((need) => !need.isThere());
  if (stillMissing.length > 0) giveUp(stillMissing, 'apt-get ran, but the packages did not bring it.');
}

/** @param {string[]} args */
function apt(args) {
  const command = ['apt-get', '-q', '-o', 'DPkg::Lock::Timeout=120', ...args];
  if (process.getuid?.() !== 0) command.unshift('sudo');
  const [name = '', ...rest] = command;
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  const { status, stdout, stderr } = spawnSync(name, rest, {
    encoding: 'utf8',
    env,
    stdio: ['inherit', 'pipe', 'pipe'],
  });
  if (status !== 0) console.error(`${stdout ?? ''}${stderr ?? `${name} could not be started.\n`}`);
  return status === 0;
}

/**
 * @param {typeof needs} missing
 * @param {string} why
 * @returns {never}
 */
function giveUp(missing, why) {
  const names = missing.map((need) => need.what).join(', ');
  console.error(`The browser tests need ${names}. ${why}`);
  console.error(
    'Install it by hand (CHROMIUM_PATH names a Chromium that is not on PATH), then run this again.',
  );
  process.exit(1);
}

/**
 * @param {string | undefined} command
 * @param {string[]} args
 */
function answers(command, args) {
  return Boolean(command) && spawnSync(command ?? '', args, { stdio: 'ignore' }).status === 0;
}

/** @param {string} pattern A fontconfig pattern. */
function hasFont(pattern) {
  // Elsewhere the system brings both fonts, and fontconfig is not how it lists them.
  if (process.platform !== 'linux') return true;
  return spawnSync('fc-list', [pattern], { encoding: 'utf8' }).stdout?.trim().length > 0;
}
