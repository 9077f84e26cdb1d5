// An intake that keeps what it accepts, checks ids as a real one does, and misbehaves on request.
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { gunzipSync } from 'node:zlib';

export interface WireEvent {
  id: string;
  name: string;
  created_at: string;
  pid: string;
  seq: number;
  props?: Record<string, unknown>;
  context?: Record<string, unknown>;
  invalid?: string[];
}
export interface Batch {
  key: string;
  batch_id: string;
  sent_at: string;
  context: Record<string, unknown>;
  events: WireEvent[];
}
export interface Received {
  at: number;
  bytes: number;
  isGzip: boolean;
  type: string | undefined;
  batch: Batch;
}

/** Handles a batch in place of the intake; `commit` does what the intake would do. */
export type Fault = (call: {
  request: IncomingMessage;
  response: ServerResponse;
  batch: Batch;
  commit: () => Record<string, unknown>;
}) => void | Promise<void>;

export async function startFaultServer(script: () => string) {
  const rows = new Map<string, WireEvent>();
  const received: Received[] = [];
  let fault: Fault | undefined;
  let page = '<!doctype html><title>t</title><script src="/track.js"></script>';

  const cors = {
    'access-control-allow-origin': '*',
    'access-control-expose-headers': 'Retry-After, Request-Id',
  };
  const commit = (batch: Batch) => ({
    batch_id: batch.batch_id,
    results: batch.events.map((event) => {
      const status = rows.has(event.id) ? 'duplicate' : 'accepted';
      if (status === 'accepted') rows.set(event.id, event);
      return { id: event.id, status };
    }),
  });
  const send = (
    response: ServerResponse,
    status: number,
    body: unknown,
    headers: Record<string, string> = {},
  ) => {
    response.writeHead(status, { ...cors, 'content-type': 'application/json', ...headers });
    response.end(typeof body === 'string' ? body : JSON.stringify(body));
  };

  const server = createServer((request, response) => {
    const path = request.url?.split('?')[0];
    if (path === '/track.js') {
      response.writeHead(200, { 'content-type': 'text/javascript' });
      return response.end(script());
    }
    if (path !== '/v1/events') {
      response.writeHead(200, { 'content-type': 'text/html' });
      return response.end(path === '/blank' ? '<!doctype html>' : page);
    }
    const parts: Buffer[] = [];
    request.on('error', () => {});
    request.on('data', (part) => parts.push(part));
    request.on('end', async () => {
      const body = Buffer.concat(parts);
      const isGzip = /enc=gzip/.test(request.url ?? '');
      const batch: Batch = JSON.parse((isGzip ? gunzipSync(body) : body).toString('utf8'));
      received.push({
        at: Date.now(),
        bytes: body.length,
        isGzip,
        type: request.headers['content-type'],
        batch,
      });
      if (fault) await fault({ request, response, batch, commit: () => commit(batch) });
      else send(response, 200, commit(batch));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;

  return {
    url,
    rows,
    received,
    send,
    /** Events by their mark, each with how often it was accepted under an id of its own. */
    counts(): Map<unknown, number> {
      const counts = new Map<unknown, number>();
      for (const { props } of rows.values())
        if (props && 'n' in props) counts.set(props.n, (counts.get(props.n) ?? 0) + 1);
      return counts;
    },
    /** How many events arrived in all, doubles included. */
    sent: () =>
      received.reduce(
        (sum, { batch }) => sum + batch.events.filter(({ props }) => props && 'n' in props).length,
        0,
      ),
    fail(next: Fault | undefined) {
      fault = next;
    },
    setPage(html: string) {
      page = html;
    },
    reset() {
      rows.clear();
      received.length = 0;
      fault = undefined;
    },
    stop: () =>
      new Promise<void>((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}
export type FaultServer = Awaited<ReturnType<typeof startFaultServer>>;
