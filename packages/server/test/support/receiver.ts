// A real HTTP endpoint that keeps what it takes and misbehaves on request.
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface Delivery {
  headers: IncomingMessage['headers'];
  events: { [name: string]: unknown; id: string; type: string; data: { seq: number } }[];
}

export async function startReceiver() {
  const deliveries: Delivery[] = [];
  let answer: (response: ServerResponse, delivery: Delivery) => void = (response) =>
    void response.writeHead(204).end();
  const server = createServer((request, response) => {
    const parts: Buffer[] = [];
    request.on('data', (part) => parts.push(part));
    request.on('end', () => {
      const delivery = { headers: request.headers, events: JSON.parse(String(Buffer.concat(parts))) };
      deliveries.push(delivery);
      answer(response, delivery);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/events`,
    deliveries,
    /** Ids in the order of arrival. */
    ids: () => deliveries.flatMap(({ events }) => events.map(({ id }) => id)),
    answer(next: typeof answer) {
      answer = next;
    },
    stop: () =>
      new Promise<void>((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}
