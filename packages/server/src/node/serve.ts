// The app as a Node server that stops without dropping anybody.

import type { AddressInfo, Server } from 'node:net';
import { createAdaptorServer } from '@hono/node-server';
import type { App } from '../app.js';

/** Where to listen. */
export interface ServeOptions {
  /** 0 takes any free port. @default 8787 */
  port?: number;
  /** @default '0.0.0.0' */
  host?: string;
  /** Milliseconds that requests in hand may take to finish when the server stops. @default 10000 */
  graceMs?: number;
}

/** A listening server. */
export interface Served {
  /** E.g. `http://127.0.0.1:8787`. */
  url: string;
  /** Takes no new request, lets those in hand finish, then closes. Resolves to whether all of them finished. */
  stop(): Promise<boolean>;
}

const urlOf = ({ address, family, port }: AddressInfo): string => {
  const host = /^(0\.0\.0\.0|::)$/.test(address) ? '127.0.0.1' : address;
  return `http://${family === 'IPv6' && host.includes(':') ? `[${host}]` : host}:${port}`;
};

const listen = (server: Server, port: number, host: string) =>
  new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, () => {
      server.off('error', reject);
      resolve();
    });
  });

/** Serves an app over HTTP. Rejects when the port is taken. */
export async function serve(
  app: Pick<App, 'fetch'>,
  { port = 8787, host = '0.0.0.0', graceMs = 10_000 }: ServeOptions = {},
): Promise<Served> {
  let isStopping = false;
  const fetch = async (request: Request) => {
    const response = await app.fetch(request);
    // A kept-alive connection would outlive the stop; the client opens the next one elsewhere.
    if (isStopping) response.headers.set('Connection', 'close');
    return response;
  };
  const server = createAdaptorServer({ fetch, overrideGlobalObjects: false });
  await listen(server as Server, port, host);

  const stop = () =>
    new Promise<boolean>((resolve) => {
      isStopping = true;
      const timer = setTimeout(() => {
        if ('closeAllConnections' in server) server.closeAllConnections();
        resolve(false);
      }, graceMs);
      server.close(() => {
        clearTimeout(timer);
        resolve(true);
      });
      if ('closeIdleConnections' in server) server.closeIdleConnections();
    });
  let stopped: Promise<boolean> | undefined;
  return {
    url: urlOf(server.address() as AddressInfo),
    stop: () => {
      stopped ??= stop();
      return stopped;
    },
  };
}
