// The workspace keeps to its architecture; and each rule, shown a small workspace that breaks it, says so.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { rules, state } from './architecture/cases';
import { lengthsOf } from './architecture/check-layout';
import { checkLockfile } from './architecture/check-lockfile';
import { checkReach } from './architecture/check-reach';
import { fixture } from './architecture/fixture';
import { packageSources, readTree } from './architecture/tree';

const root = join(import.meta.dirname, '..');
const workspace = readTree(root);

describe.each(rules)('$rule', ({ check, caught }) => {
  it('holds in the workspace', () => {
    expect(check(workspace)).toEqual([]);
  });

  it('holds in the fixture', () => {
    const files = {
      ...state('const at = Date.parse(time);'),
      'lottery/src/lottery.controller.ts': 'const create = ({ window }) => window.addEventListener(a, b);',
      'lottery/src/lottery.flip.css': '.a { color: var(--_accent) }',
    };
    expect(check(fixture(files))).toEqual([]);
  });

  it.each(Object.entries(caught))('catches: %s', (said, files) => {
    expect(check(fixture(files)).join('\n')).toContain(said);
  });
});

it('an entry may reach lazily what a page loads when it needs it', () => {
  const tree = fixture({
    'core/src/index.ts': "export const qr = () => import('./qr.js');",
    'core/src/qr.ts': "import qrcode from 'qrcode';",
  });
  expect(checkReach(tree)).toEqual([]);
});

it('an entry does not reach what a bundler drops', () => {
  const tree = fixture({
    'core/src/clock/index.ts': "import { pathOf } from '@fanfare/protocol';",
    'protocol/src/index.ts':
      "export { time } from './time.js';\nexport * from './routes.js';\nexport * from './more.js';",
    'protocol/src/routes.ts': 'export const pathOf = 1;',
    'protocol/src/time.ts': "import * as z from 'zod/mini'; export const time = z.string();",
    'protocol/src/more.ts': "import * as z from 'zod/mini'; export const more = z.string();",
  });
  expect(checkReach(tree)).toEqual([]);
});

describe('the lock file names no registry', () => {
  it('holds in the workspace', () => {
    expect(checkLockfile(readFileSync(join(root, 'pnpm-lock.yaml'), 'utf8'))).toEqual([]);
  });

  it('catches a host', () => {
    expect(checkLockfile('  resolution: {tarball: https://registry.example.com/a.tgz}')).toHaveLength(1);
  });
});

it('sources are short on the whole', () => {
  const lengths = lengthsOf(packageSources(workspace));
  console.log(`sources: ${JSON.stringify(lengths)}`);
  expect(lengths.median).toBeLessThanOrEqual(60);
  expect(lengths.p90).toBeLessThanOrEqual(200);
});
