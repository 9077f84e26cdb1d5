// The reference server in development mode: a movable clock, tokens for anybody, keys that are no secret.
import { createApp, seedDefinition } from '@fanfare/server';
import { serveNear } from './serve-near.mjs';

/** Known to everybody: for loopback only. */
const keys = {
  participant: [{ alg: /** @type {const} */ ('HS256'), secret: 'demo-participant-key-0123456789abcdef' }],
  guest: 'demo-guest-key-0123456789abcdefghijkl',
  host: [{ key: 'demo-host-key-0123456789' }],
  admin: [{ key: 'demo-admin-key-0123456789' }],
};

/** The moment at which a demo begins: one can see the countdown, and does not wait long. */
const LEAD_MS = 90_000;

/**
 * Starts the backend with its clock shortly before the activity's start, whatever today is. The definition keeps
 * its dates, which the rules name too.
 *
 * @param {{
 *   store: import('@fanfare/server').Store,
 *   definition: { id: string, schedule: { start_at: string } },
 *   port: number,
 *   lead?: number,
 * }} options
 */
export async function startBackend({ store, definition, port, lead = LEAD_MS }) {
  const ahead = Date.parse(definition.schedule.start_at) - lead - Date.now();
  const clock = () => Date.now() + ahead;
  await store.ready();
  await seedDefinition(store, definition, { clock });
  const app = createApp({ store, keys, clock, dev: true });
  const server = await serveNear(app.fetch, port);
  return {
    url: server.url,
    keys,
    id: definition.id,
    async stop() {
      await server.stop();
      await store.close();
    },
  };
}
