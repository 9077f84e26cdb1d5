// A drill: an activity under way is backed up with pg_dump, the database is lost, and everything is restored into
// another one. Needs PostgreSQL's own programs: PGBIN=/usr/lib/postgresql/15/bin node scripts/drill-restore.mjs [draws]
// Run it after the build.
import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, chownSync, mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { createApp, seedDefinition } from '@fanfare/server';
import { postgresStore } from '@fanfare/server/postgres';

const execute = promisify(execFile);
const draws = Number(process.argv[2] ?? 2000);
const bin = process.env.PGBIN ?? '';
const isRoot = process.getuid?.() === 0;
const folder = mkdtempSync(join(tmpdir(), 'fanfare-drill-'));
chmodSync(folder, 0o755);

/** @param {string} program @param {string[]} args */
const asPostgres = (program, args) =>
  isRoot
    ? { file: 'runuser', args: ['-u', 'postgres', '--', join(bin, program), ...args] }
    : { file: join(bin, program), args };
/** @param {string} program @param {string[]} args */
const run = (program, args) => {
  const command = asPostgres(program, args);
  return execute(command.file, command.args, { maxBuffer: 1e8, cwd: folder });
};
const freePort = async () => {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const { port } = /** @type {import('node:net').AddressInfo} */ (probe.address());
  probe.close();
  return port;
};

const keys = {
  participant: [{ alg: /** @type {const} */ ('HS256'), secret: 'drill-participant-key-0123456789abcdef' }],
  guest: 'drill-guest-key-0123456789abcdefghijkl',
  host: [{ key: 'drill-host-key-0123456789' }],
  admin: [{ key: 'drill-admin-key-0123456789' }],
};
const definition = {
  id: 'drill',
  project: 'drill',
  title: { '*': 'Drill' },
  zone: 'Asia/Shanghai',
  landing: 'https://drill.example/',
  schedule: { start_at: '2020-01-01T00:00:00Z', end_at: '2099-01-01T00:00:00Z' },
  guests: 'act',
  lottery: {
    prizes: [
      { id: 'cup', name: { '*': 'Cup' }, kind: 'goods', weight: 1, stock: Math.ceil(draws / 4) },
      { id: 'luck', name: { '*': 'Luck' }, kind: 'none', weight: 3 },
    ],
    chances: [{ id: 'joined', fact: 'joined', chances: 20 }],
  },
};

/** @param {ReturnType<typeof createApp>} app @param {string} path @param {object} body @param {Record<string, string>} headers */
const post = async (app, path, body, headers = {}) => {
  const init = {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', ...headers },
    body: JSON.stringify(body),
  };
  const response = await app.fetch(new Request(`http://drill${path}`, init));
  if (!response.ok) throw new Error(`${path} answered ${response.status}: ${await response.text()}`);
  return response.text();
};
/** @param {import('@fanfare/server').Store} store */
const sumsOf = (store) =>
  store.read(async (reader) => ({ ...(await reader.counters('drill')), stock: await reader.stock('drill') }));

const port = await freePort();
const cluster = join(folder, 'cluster');
if (isRoot) {
  const { stdout } = await execute('id', ['-u', 'postgres']);
  chownSync(folder, Number(stdout), Number(stdout));
}
await run('initdb', ['-D', cluster, '--auth=trust', '--encoding=UTF8', '-U', 'postgres']);
const started = asPostgres('postgres', [
  '-D',
  cluster,
  '-p',
  String(port),
  '-c',
  'listen_addresses=127.0.0.1',
  '-k',
  folder,
]);
const server = spawn(started.file, started.args, { stdio: 'ignore', cwd: folder });
const at = (/** @type {string} */ database) => `postgres://postgres@127.0.0.1:${port}/${database}`;
try {
  for (let patience = 100; ; patience--) {
    try {
      await run('psql', [at('postgres'), '-c', 'create database live', '-c', 'create database restored']);
      break;
    } catch (error) {
      if (patience === 0) throw error;
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  }
  const live = postgresStore(at('live'));
  await live.ready();
  await seedDefinition(live, definition);
  const app = createApp({ store: live, keys });
  const draw = (/** @type {typeof app} */ over, /** @type {string} */ token, /** @type {string} */ key) =>
    post(
      over,
      '/v1/activities/drill/draws',
      { client_seed: key },
      { Authorization: `Bearer ${token}`, 'Idempotency-Key': key },
    );
  /** @type {{ token: string, key: string, body: string }[]} */
  const made = [];
  for (let n = 0; n < draws / 20; n++) {
    const { token } = JSON.parse(await post(app, '/v1/activities/drill/guests', {}));
    for (let k = 0; k < 20; k++)
      made.push({ token, key: `k${n}-${k}`, body: await draw(app, token, `k${n}-${k}`) });
  }
  while ((await app.seal()) > 0);
  const before = await sumsOf(live);

  const dumping = performance.now();
  await run('pg_dump', ['-Fc', '-n', 'fanfare', '-f', join(folder, 'backup'), at('live')]);
  const dumped = performance.now() - dumping;
  await live.close();
  await run('psql', [at('postgres'), '-c', 'drop database live with (force)']);

  const restoring = performance.now();
  await run('pg_restore', ['-d', at('restored'), '--exit-on-error', '-j', '2', join(folder, 'backup')]);
  const took = performance.now() - restoring;

  const restored = postgresStore(at('restored'));
  await restored.ready();
  const again = createApp({ store: restored, keys });
  const after = await sumsOf(restored);
  if (JSON.stringify(after) !== JSON.stringify(before))
    throw new Error(`the sums differ: ${JSON.stringify({ before, after })}`);
  for (const { token, key, body } of made)
    if ((await draw(again, token, key)) !== body) throw new Error(`${key} is answered otherwise than before`);
  const head = await restored.read((reader) => reader.logHead('drill'));
  if (head?.sequence !== made.length)
    throw new Error(`the log has ${head?.sequence} of ${made.length} draws`);
  const fresh = JSON.parse(await post(again, '/v1/activities/drill/guests', {}));
  await draw(again, fresh.token, 'after-the-restore');
  await restored.close();
  const { stdout } = await execute('stat', ['-c', '%s', join(folder, 'backup')]);
  console.log(
    `${made.length} draws: backup ${(Number(stdout) / 1e6).toFixed(2)} MB in ${Math.round(dumped)} ms, restored in ${Math.round(took)} ms; sums, log and every saved answer are the same, and a new draw goes on.`,
  );
} finally {
  server.kill('SIGTERM');
  await run('pg_ctl', ['-D', cluster, '-m', 'immediate', 'stop']).catch(() => {});
  rmSync(folder, { recursive: true, force: true });
}
