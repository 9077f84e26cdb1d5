// The server as it is shipped, in a process that can be killed, over an embedded database that stays.
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { resolve } from 'node:path';

const bin = resolve(import.meta.dirname, '../../../../packages/server/dist/bin.js');

const keys = {
  FANFARE_PARTICIPANT_KEY: 'test-participant-key-0123456789abcdef',
  FANFARE_GUEST_KEY: 'test-guest-key-0123456789abcdefghijkl',
  FANFARE_HOST_KEY: 'test-host-key-0123456789',
  FANFARE_ADMIN_KEY: 'test-admin-key-0123456789',
};

export interface KillableServer {
  url: string;
  /** SIGKILL: no handler runs, nothing is flushed. */
  kill(): Promise<void>;
}

/** @param port 0 takes any free one; a server that takes the place of another gets its port. */
export async function startServer(options: {
  data: string;
  definitions: string;
  port?: number;
}): Promise<KillableServer> {
  if (!existsSync(bin)) throw new Error(`${bin} is missing. Run the build first: npm run build`);
  const { data, definitions, port = 0 } = options;
  const child = spawn(
    process.execPath,
    [
      bin,
      '--dev',
      '--host',
      '127.0.0.1',
      '--port',
      String(port),
      '--data',
      data,
      '--definitions',
      definitions,
    ],
    { env: { ...process.env, ...keys, DATABASE_URL: '' }, stdio: ['ignore', 'pipe', 'pipe'] },
  );
  return {
    url: await listening(child),
    async kill() {
      if (child.exitCode !== null || child.signalCode !== null) return;
      const gone = once(child, 'exit');
      child.kill('SIGKILL');
      await gone;
    },
  };
}

function listening(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let output = '';
    const read = (chunk: Buffer) => {
      output += chunk;
      const url = /"event":"listening".*?"url":"([^"]+)"/.exec(output)?.[1];
      if (url) resolve(url);
    };
    child.stdout!.on('data', read);
    child.stderr!.on('data', read);
    child.once('exit', () => reject(new Error(`the server ended: ${output}`)));
  });
}
