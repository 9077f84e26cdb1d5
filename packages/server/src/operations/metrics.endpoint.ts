// `/metrics`, for those who hold the key to it.
import type { Endpoint } from '../endpoint.js';
import { refuse } from '../http/refusal.js';
import { requireServerKey } from '../routes/authorize.js';
import { metricsText } from './metrics.js';
import { readStoreMetrics } from './metrics.store.js';

export const metricsEndpoint: Endpoint = {
  name: 'metrics',
  method: 'GET',
  path: '/metrics',
  caller: 'admin',
  async handler(call) {
    const { env } = call;
    if (!env.metricsKey) return refuse('not_found');
    await requireServerKey(call, [{ key: env.metricsKey }], '');
    // Where the store cannot be reached, what this copy has counted is all the more wanted.
    const stored = await env.store.read((reader) => readStoreMetrics(reader, env.now())).catch(() => []);
    const up = { name: 'fanfare_store_up', type: 'gauge' as const, help: 'Whether the store answers.' };
    const isUp = { ...up, samples: [{ labels: {}, value: stored.length > 0 ? 1 : 0 }] };
    return {
      status: 200,
      body: metricsText([...env.requests.metrics(), isUp, ...stored]),
      headers: { 'Content-Type': 'text/plain; version=0.0.4; charset=utf-8' },
    };
  },
};
