// A real NATS cluster of three on loopback, from the system's `nats-server`; its servers can be killed and started again.
import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort } from './postgres-server.js';

/** Whether the system has one (Debian: `apt-get install nats-server`). */
export const hasNats = (): boolean => spawnSync('nats-server', ['--version']).status === 0;

export interface NatsCluster {
  /** Addresses for clients. */
  servers: string[];
  /** Kills the server of that name with SIGKILL. */
  kill(name: string): Promise<void>;
  /** Starts it again with what it had on its disk. */
  start(name: string): Promise<void>;
  stop(): Promise<void>;
}

const isOpen = (port: number) =>
  new Promise<boolean>((resolve) => {
    const socket = connect(port, '127.0.0.1');
    socket.once('connect', () => {
      socket.destroy();
      resolve(true);
    });
    socket.once('error', () => resolve(false));
  });

/** Starts three servers that know each other. */
export async function startNatsCluster(): Promise<NatsCluster> {
  const folder = await mkdtemp(join(tmpdir(), 'fanfare-nats-'));
  const names = ['a', 'b', 'c'];
  const ports = new Map<string, { client: number; route: number }>();
  for (const name of names) ports.set(name, { client: await freePort(), route: await freePort() });
  const routes = [...ports.values()].map(({ route }) => `nats://127.0.0.1:${route}`);
  const running = new Map<string, ChildProcess>();

  async function start(name: string): Promise<void> {
    const { client, route } = ports.get(name)!;
    const file = join(folder, `${name}.conf`);
    await writeFile(
      file,
      `server_name: ${name}
      listen: 127.0.0.1:${client}
      jetstream { store_dir: "${join(folder, name)}" }
      cluster { name: fanfare, listen: 127.0.0.1:${route}, routes: [${routes.map((one) => `"${one}"`).join(', ')}] }`,
    );
    running.set(name, spawn('nats-server', ['-c', file], { stdio: 'ignore' }));
    while (!(await isOpen(client))) await new Promise((resolve) => setTimeout(resolve, 50));
  }
  async function kill(name: string): Promise<void> {
    const child = running.get(name);
    running.delete(name);
    if (!child) return;
    const gone = once(child, 'exit');
    child.kill('SIGKILL');
    await gone;
  }

  await Promise.all(names.map(start));
  return {
    servers: [...ports.values()].map(({ client }) => `nats://127.0.0.1:${client}`),
    start,
    kill,
    async stop() {
      await Promise.all([...running.keys()].map(kill));
      await rm(folder, { recursive: true, force: true });
    },
  };
}
