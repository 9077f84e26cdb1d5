#!/usr/bin/env node
// `fanfare-server`: the app over an embedded database or PostgreSQL.
import { randomUUID } from 'node:crypto';
import { createApp } from './app.js';
import { prepareEventDays } from './events/days.js';
import { migrate } from './node/commands/migrate.js';
import { preflight } from './node/commands/preflight.js';
import { verify } from './node/commands/verify.js';
import { loadDefinitions } from './node/definitions.js';
import { regularly } from './node/regularly.js';
import { runSink } from './node/run-sink.js';
import { serve } from './node/serve.js';
import { readSettings, USAGE } from './node/settings.js';
import { keepUp } from './node/upkeep.js';
import { postgresStore } from './postgres/index.js';
import { createSink } from './sinks/sink.js';

const SUM_MS = 10_000;
/** As long as `live` may be kept anywhere. */
const PUBLIC_MS = 1000;
const HOUSE_MS = 6 * 3_600_000;

const say = (line: object) => console.log(JSON.stringify({ at: new Date().toISOString(), ...line }));

/** Commands of their own, by their name; each answers the exit code. */
const commands: Record<string, (args: string[]) => Promise<number>> = {
  migrate: (args) => migrate(args, process.env, console.log),
  preflight: (args) => preflight(args, console.log),
  verify: (args) => verify(args, console.log),
};

async function main(): Promise<void> {
  const [name = '', ...rest] = process.argv.slice(2);
  const command = commands[name];
  if (command) {
    process.exitCode = await command(rest);
    return;
  }
  const settings = readSettings(process.argv.slice(2), process.env);
  if (!settings) return console.log(USAGE);
  const {
    connections,
    database,
    definitions,
    dev,
    generated,
    host,
    keys,
    nats,
    origins,
    port,
    retention,
    sinks,
    trackKeys,
  } = settings;
  const store = postgresStore(database);
  await store.ready();
  if (definitions)
    for (const seeded of await loadDefinitions(store, definitions))
      say({ level: 'info', event: 'definition', ...seeded });
  const log = nats.length ? await (await import('./nats/index.js')).openEventLog({ servers: nats }) : null;
  const app = createApp({
    ...connections,
    ...(log && { addEvents: log.addEvents }),
    store,
    keys,
    trackKeys,
    dev,
    origins,
    publicMs: PUBLIC_MS,
    logger: (entry) => console.log(JSON.stringify(entry)),
  });
  const server = await serve(app, { port, host });
  for (const [name, value] of Object.entries(generated))
    console.error(`[fanfare/server] ${name} was not given; for this run it is ${value}`);
  if (dev) console.error('[fanfare/server] development aids are on: anybody can be anybody.');
  say({ level: 'info', event: 'listening', url: server.url, dev });

  const keepHouse = async () => {
    const days = await prepareEventDays(store, Date.now());
    if (days > 0) say({ level: 'info', event: 'event days', days });
    const answers = await app.purge();
    if (answers > 0) say({ level: 'info', event: 'purged', answers });
  };
  const stopHousekeeping = regularly(HOUSE_MS, keepHouse, (error) =>
    say({ level: 'error', event: 'housekeeping', error: String(error) }),
  );

  const stopStoring = await log?.consume(store, {
    failed: (error) => say({ level: 'error', event: 'event log', error: String(error) }),
  });

  const owner = randomUUID();
  const runningSinks = sinks.map((options) =>
    runSink(createSink(options, { store, owner }), (reason, tries) =>
      say({ level: 'error', event: 'sink', sink: options.name, reason, tries }),
    ),
  );

  const stopSumming = regularly(
    SUM_MS,
    async () => void (await app.sumUp()),
    (error) => say({ level: 'error', event: 'sums', error: String(error) }),
  );

  const stopKeepingUp = keepUp(app, retention, say);

  let isStopping = false;
  const stop = async (signal: string) => {
    if (isStopping) return;
    isStopping = true;
    say({ level: 'info', event: 'stopping', signal });
    stopHousekeeping();
    stopKeepingUp();
    stopSumming();
    const finished = await server.stop();
    await stopStoring?.();
    await log?.close();
    await Promise.all(runningSinks.map((stopSink) => stopSink()));
    await store.close();
    say({ level: 'info', event: 'stopped', finished });
    process.exit(finished ? 0 : 1);
  };
  process.on('SIGTERM', stop);
  process.on('SIGINT', stop);
}

main().catch((error: unknown) => {
  const { message } = error as Error;
  console.error(message.startsWith('[fanfare/server]') ? message : `[fanfare/server] ${message}`);
  process.exit(process.argv[2] === 'preflight' ? 2 : 1);
});
