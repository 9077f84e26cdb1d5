// The network between a server and its database, as a cable that a test can pull.
import { createConnection, createServer, type Socket } from 'node:net';

/** A cable to one database. */
export interface Cable {
  /** The database's URL by way of the cable. */
  url: string;
  /** Cuts every connection and refuses new ones. */
  pull(): void;
  /** Lets new connections through again. */
  plug(): void;
  /** Ends it. */
  close(): Promise<void>;
}

/** Lays a cable to the database of a URL. */
export async function layCable(database: string): Promise<Cable> {
  const target = new URL(database);
  const sockets = new Set<Socket>();
  let isPulled = false;
  const server = createServer((near) => {
    if (isPulled) return near.destroy();
    const far = createConnection(Number(target.port || 5432), target.hostname);
    for (const [socket, other] of [
      [near, far],
      [far, near],
    ] as const) {
      sockets.add(socket);
      socket.on('error', () => {});
      socket.on('close', () => {
        sockets.delete(socket);
        other.destroy();
      });
      socket.pipe(other);
    }
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  const url = new URL(database);
  url.hostname = '127.0.0.1';
  url.port = String(typeof address === 'object' && address ? address.port : 0);
  const cut = () => {
    for (const socket of sockets) socket.destroy();
  };
  return {
    url: url.href,
    pull() {
      isPulled = true;
      cut();
    },
    plug() {
      isPulled = false;
    },
    async close() {
      cut();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
