// `fanfare-server migrate`: brings the tables up to date, or tries it out.
import { parseArgs } from 'node:util';
import { postgresStore } from '../../postgres/index.js';
import { tryMigrations } from '../../postgres/migration-plan.js';

export const MIGRATE_USAGE = `fanfare-server migrate [options]

  --dry-run         runs what is pending in one transaction and takes it back
  --data <folder>   folder of the embedded database (./.fanfare)
  --help

  DATABASE_URL      postgres://... uses PostgreSQL in place of the folder

  The server migrates by itself when it starts; this is for whoever wants to do it before.`;

const options = {
  'dry-run': { type: 'boolean' },
  data: { type: 'string' },
  help: { type: 'boolean' },
} as const;

/** Runs it; answers the exit code. */
export async function migrate(
  args: string[],
  env: Record<string, string | undefined>,
  say: (text: string) => void,
): Promise<number> {
  const { values } = parseArgs({ args, options, strict: true });
  if (values.help) {
    say(MIGRATE_USAGE);
    return 0;
  }
  const source = env.DATABASE_URL || (values.data ?? './.fanfare');
  const { applied, pending } = await tryMigrations(source);
  const list = pending.length ? pending.join(', ') : 'nothing';
  if (values['dry-run']) {
    say(`Applied: ${applied.length ? applied.join(', ') : 'nothing'}.`);
    say(`Pending: ${list}.${pending.length ? ' It was tried and taken back: it works.' : ''}`);
    return 0;
  }
  const store = postgresStore(source);
  await store.ready();
  await store.close();
  say(`Applied now: ${list}.`);
  return 0;
}
