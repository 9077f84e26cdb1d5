// A balancer as small as can be: requests go to the copies in turn, and to no copy that has stopped answering.
import { request as ask, createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A balancer in front of copies. */
export interface Balancer {
  url: string;
  /** Takes a copy in. */
  add(url: string): void;
  close(): Promise<void>;
}

/** Starts one. A request that a copy drops in the middle is answered 502: only the caller knows whether to repeat it. */
export async function startBalancer(copies: readonly string[]): Promise<Balancer> {
  const alive = [...copies];
  let turn = 0;
  const server: Server = createServer((incoming, outgoing) => {
    const copy = alive[turn++ % Math.max(1, alive.length)];
    const fail = () => {
      if (copy && alive.includes(copy)) alive.splice(alive.indexOf(copy), 1);
      if (!outgoing.headersSent) outgoing.writeHead(502);
      outgoing.end();
    };
    if (!copy) return fail();
    const { method, headers, url = '/' } = incoming;
    const sent = ask(new URL(url, copy), { method, headers }, (answer) => {
      outgoing.writeHead(answer.statusCode ?? 502, answer.headers);
      answer.pipe(outgoing);
      answer.on('error', fail);
    });
    sent.on('error', fail);
    incoming.pipe(sent);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    add: (url) => void alive.push(url),
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
