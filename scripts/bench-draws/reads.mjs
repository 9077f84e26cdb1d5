// Public reads over HTTP beside a route that answers nothing, both behind the same adaptor.
import { Agent, request } from 'node:http';
import { flood, median, ratio, say } from './measure.mjs';
import { CALLERS, MS, ROUNDS } from './settings.mjs';

/** Over HTTP, both behind the same adaptor: a route that answers nothing, and what everybody reads. */
export async function compareReads(fanfare, app) {
  const empty = new fanfare.Hono();
  empty.get('/', (c) => c.text(''));
  const servers = {
    empty: await fanfare.serve(empty, { port: 0, host: '127.0.0.1' }),
    ours: await fanfare.serve(app, { port: 0, host: '127.0.0.1' }),
  };
  const addresses = {
    'an empty hono route': `${servers.empty.url}/`,
    'activity.get': `${servers.ours.url}/v1/activities/plain`,
    'activity.live': `${servers.ours.url}/v1/activities/plain/live`,
  };
  /** @type {Record<string, number[]>} */
  const rates = {};
  for (let round = 0; round <= ROUNDS; round++)
    for (const [name, address] of Object.entries(addresses)) {
      const rate = await read(address, round ? MS / 2 : 1000);
      if (round) rates[name] = [...(rates[name] ?? []), rate];
    }
  for (const [name, list] of Object.entries(rates)) say(name, list, 'reads/s');
  for (const name of ['activity.get', 'activity.live'])
    ratio(`${name} to an empty route`, median(rates[name]) / median(rates['an empty hono route']), '>= 0.7');
  for (const served of Object.values(servers)) await served.stop();
}

async function read(/** @type {string} */ address, /** @type {number} */ ms) {
  const agent = new Agent({ keepAlive: true, maxSockets: CALLERS });
  const get = () =>
    new Promise((resolve, reject) => {
      request(address, { agent }, (response) => {
        response.resume();
        response.on('end', resolve);
      })
        .on('error', reject)
        .end();
    });
  const { rate } = await flood(get, ms);
  agent.destroy();
  return rate;
}
